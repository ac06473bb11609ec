import type { Message } from 'discord.js'
import { ComponentType } from 'discord.js'

// What stands in a message that was sent before.

/** Its words: its content, or the texts of its components. */
export const wordsOf = ({ content, components }: Message): string =>
  [content, ...fieldsIn(components, 'content', ComponentType.TextDisplay)]
    .filter((words) => words !== '')
    .join('\n')

/** The ids of its buttons and menus. */
export const customIdsOf = ({ components }: Message): string[] => fieldsIn(components, 'custom_id', null)

const fieldsIn = (components: Message['components'], name: string, type: ComponentType | null): string[] =>
  components.flatMap((component) => fieldsOf(component.toJSON(), name, type))

function fieldsOf(value: unknown, name: string, type: ComponentType | null): string[] {
  if (Array.isArray(value)) return value.flatMap((one) => fieldsOf(one, name, type))
  if (typeof value !== 'object' || value === null) return []
  const isWanted = type === null || ('type' in value && value.type === type)
  return Object.entries(value).flatMap(([key, field]) =>
    key === name && typeof field === 'string' ? (isWanted ? [field] : []) : fieldsOf(field, name, type),
  )
}
