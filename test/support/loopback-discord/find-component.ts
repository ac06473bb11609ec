import { ButtonStyle, ComponentType } from 'discord.js'
import { type Fields, isFields, list, text } from './fields.ts'
import { numbered } from './numbered.ts'
import type { Message } from './things.ts'

/** A component and everything in it, outermost first. */
const withInner = (component: Fields): Fields[] => [
  component,
  ...list(component.components).flatMap(withInner),
  ...[component.accessory, component.component].filter(isFields).flatMap(withInner),
]

const componentsOf = (message: Pick<Message, 'components'>): Fields[] =>
  list(numbered(message.components)).flatMap(withInner)

interface Found {
  readonly customId: string
  readonly id: number
  readonly component: Fields
}

/** The button of this label, where it can be pressed. */
export function findButton(message: Message, label: string): Found {
  const buttons = componentsOf(message).filter(({ type }) => type === ComponentType.Button)
  const button = buttons.find((one) => one.label === label)
  if (button === undefined) throw new Error(`There is no button “${label}” on this message`)
  if (button.disabled === true) throw new Error(`The button “${label}” is greyed out`)
  if (button.style === ButtonStyle.Link) throw new Error(`The button “${label}” is a link`)
  return foundAs(button)
}

const foundAs = (component: Fields): Found => ({
  customId: text(component.custom_id),
  id: Number(component.id),
  component,
})

/** The buttons of a message that tell the bot when they are pressed, by what stands on them. */
export const buttonsOf = (components: Message['components']): { id: string; label: string }[] =>
  componentsOf({ components })
    .filter(({ type, custom_id: id }) => type === ComponentType.Button && id !== undefined)
    .map(({ custom_id: id, label }) => ({ id: text(id), label: text(label) }))
