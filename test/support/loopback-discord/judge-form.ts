import { ComponentType, TextInputStyle } from 'discord.js'
import {
  type Fields,
  isFields,
  judgeLength,
  judgeNumber,
  judgeOptionalLength,
  list,
  size,
  text,
} from './fields.ts'
import { judgeIds } from './judge-components.ts'
import { isSelect, judgeAmounts, judgeSelect } from './judge-select.ts'

/** A form: one to five labels, each with one thing to fill in, and texts between them. */
export function judgeForm(form: Fields): string[] {
  const parts = list(form.components)
  return [
    ...judgeLength('title', form.title, 1, 45),
    ...judgeLength('custom_id', form.custom_id, 1, 100),
    ...(parts.length < 1 || parts.length > 5 ? [`${parts.length} inputs`] : []),
    ...parts.flatMap(judgePart),
    ...judgeIds(parts),
  ]
}

function judgePart({ type, label, description, component, content }: Fields): string[] {
  if (type === ComponentType.TextDisplay) return text(content) === '' ? ['empty text'] : []
  if (type !== ComponentType.Label || !isFields(component)) return ['an input without a label']
  return [
    ...judgeLength('label', label, 1, 45),
    ...judgeOptionalLength('description', description, 1, 100),
    ...judgeInput(component),
  ]
}

function judgeInput(input: Fields): string[] {
  if (input.type === ComponentType.TextInput) return judgeText(input)
  if (isSelect(input)) return judgeSelect(input, 'form')
  if (input.type !== ComponentType.FileUpload) return [`component ${String(input.type)} in a form`]
  return [
    ...judgeLength('input custom_id', input.custom_id, 1, 100),
    ...judgeNumber('min_values', input.min_values, 0, 10),
    ...judgeNumber('max_values', input.max_values, 1, 10),
    ...judgeAmounts(input, 'form'),
  ]
}

function judgeText(input: Fields): string[] {
  const { min_length: least, max_length: most, value } = input
  const isTooLong = size(value) > Number(most ?? 4000)
  return [
    ...judgeLength('input custom_id', input.custom_id, 1, 100),
    ...judgeNumber('style', input.style ?? 0, TextInputStyle.Short, TextInputStyle.Paragraph),
    ...judgeOptionalLength('placeholder', input.placeholder, 0, 100),
    ...judgeNumber('min_length', least, 0, 4000),
    ...judgeNumber('max_length', most, 1, 4000),
    ...(Number(least ?? 0) > Number(most ?? 4000) ? ['min_length over max_length'] : []),
    ...(isTooLong ? ['value over max_length'] : []),
    ...(input.label === undefined ? [] : ['input with a label of its own']),
  ]
}
