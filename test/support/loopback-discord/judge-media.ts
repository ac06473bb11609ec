import { ComponentType } from 'discord.js'
import { type Fields, isFields, judgeOptionalLength, list, text } from './fields.ts'

const urlOf = (media: unknown): string => (isFields(media) ? text(media.url) : '')
const isShown = (media: unknown): boolean => /^(?:https?|attachment):\/\//u.test(urlOf(media))

/** Pictures and files among the components of a message. */
export function judgeMedia(component: Fields): string[] {
  if (component.type === ComponentType.Thumbnail) return judgeItem(component)
  if (component.type === ComponentType.MediaGallery) {
    const items = list(component.items)
    return [
      ...(items.length < 1 || items.length > 10 ? [`${items.length} pictures in a gallery`] : []),
      ...items.flatMap(judgeItem),
    ]
  }
  if (component.type !== ComponentType.File) return []
  return urlOf(component.file).startsWith('attachment://') ? [] : ['a file that is no attachment']
}

const judgeItem = ({ media, description }: Fields): string[] => [
  ...(isShown(media) ? [] : ['a picture without an address']),
  ...judgeOptionalLength('description', description, 1, 1024),
]
