import { ButtonStyle, ComponentType } from 'discord.js'
import { type Fields, list, text } from './fields.ts'
import { withInner } from './judge-components.ts'
import { isSelect } from './judge-select.ts'
import { numbered } from './numbered.ts'
import type { Message } from './things.ts'

const componentsOf = (message: Pick<Message, 'components'>): Fields[] =>
  list(numbered(message.components)).flatMap(withInner)

/** The button of this label, where it can be pressed. */
export function findButton(message: Message, label: string): Fields {
  const buttons = componentsOf(message).filter(({ type }) => type === ComponentType.Button)
  const button = buttons.find((one) => one.label === label)
  if (button === undefined) throw new Error(`There is no button “${label}” on this message`)
  if (button.style === ButtonStyle.Link) throw new Error(`The button “${label}” is a link`)
  return usable(button, label)
}

/** The select of this custom_id or placeholder, where something can be chosen. */
export function findSelect(message: Message, name: string): Fields {
  const select = componentsOf(message)
    .filter(isSelect)
    .find((one) => one.custom_id === name || one.placeholder === name)
  if (select === undefined) throw new Error(`There is no select “${name}” on this message`)
  return usable(select, name)
}

function usable(component: Fields, name: string): Fields {
  if (component.disabled === true) throw new Error(`“${name}” is greyed out`)
  return component
}

/** The buttons of a message that tell the bot when they are pressed, by what stands on them. */
export const buttonsOf = (components: Message['components']): { id: string; label: string }[] =>
  componentsOf({ components })
    .filter(({ type, custom_id: id }) => type === ComponentType.Button && id !== undefined)
    .map(({ custom_id: id, label }) => ({ id: text(id), label: text(label) }))
