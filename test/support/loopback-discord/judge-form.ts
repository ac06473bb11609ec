import { ComponentType } from 'discord.js'
import { type Fields, isFields, list, size } from './fields.ts'

/** A form: title of at most 45, one to five labels with one input each. */
export function judgeForm(form: Fields): string[] {
  const wrong: string[] = []
  const labels = list(form.components)
  if (size(form.title) < 1 || size(form.title) > 45) wrong.push('title not of 1 to 45')
  if (size(form.custom_id) < 1 || size(form.custom_id) > 100) wrong.push('custom_id not of 1 to 100')
  if (labels.length < 1 || labels.length > 5) wrong.push(`${labels.length} inputs`)
  for (const { type, label, component } of labels) {
    if (type !== ComponentType.Label || !isFields(component)) wrong.push('an input without a label')
    else {
      if (size(label) < 1 || size(label) > 45) wrong.push('label not of 1 to 45')
      if (component.type !== ComponentType.TextInput || component.label !== undefined) wrong.push('input')
      if (size(component.placeholder) > 100) wrong.push('placeholder over 100')
      if (size(component.custom_id) < 1 || size(component.custom_id) > 100) wrong.push('input custom_id')
      if (Number(component.max_length ?? 1) > 4000) wrong.push('max_length over 4000')
    }
  }
  return wrong
}
