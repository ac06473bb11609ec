import { ComponentType } from 'discord.js'
import { type Fields, isFields, judgeNumber, list, size, text } from './fields.ts'
import { judgeButton } from './judge-button.ts'
import { judgeMedia } from './judge-media.ts'
import { isSelect, judgeSelect } from './judge-select.ts'

// Components of messages: which may stand in which, and how many.

const { ActionRow, Button, Container, File, MediaGallery, Section, Separator, TextDisplay, Thumbnail } =
  ComponentType

const IN_CONTAINER = new Set<unknown>([ActionRow, TextDisplay, Section, MediaGallery, Separator, File])
const IN_MESSAGE = new Set<unknown>([...IN_CONTAINER, Container])

/** A component and everything in it, outermost first. */
export const withInner = (component: Fields): Fields[] => [
  component,
  ...list(component.components).flatMap(withInner),
  ...[component.accessory, component.component].filter(isFields).flatMap(withInner),
]

/** Without the components flag: at most five rows. */
export function judgeRows(rows: readonly Fields[]): string[] {
  const wrong = rows
    .filter(({ type }) => type !== ActionRow)
    .map(({ type }) => `component ${String(type)} without the flag for it`)
  if (rows.length > 5) wrong.push('more than 5 rows')
  return [...wrong, ...rows.filter(({ type }) => type === ActionRow).flatMap(judge), ...judgeIds(rows)]
}

export function judgeComponents(components: readonly Fields[]): string[] {
  const all = components.flatMap(withInner)
  const texts = all.filter(({ type }) => type === TextDisplay)
  const wrong: string[] = []
  if (all.length > 40) wrong.push(`${all.length} components`)
  if (texts.reduce((sum, { content }) => sum + size(content), 0) > 4000) wrong.push('texts over 4000')
  return [
    ...wrong,
    ...judgeInside('a message', components, IN_MESSAGE),
    ...components.flatMap(judge),
    ...judgeIds(components),
  ]
}

const judgeInside = (what: string, inner: readonly Fields[], allowed: ReadonlySet<unknown>): string[] =>
  inner.filter(({ type }) => !allowed.has(type)).map(({ type }) => `component ${String(type)} in ${what}`)

function judge(component: Fields): string[] {
  const inner = list(component.components)
  const own = ((): string[] => {
    if (component.type === ActionRow) return judgeRow(inner)
    if (component.type === Button) return judgeButton(component)
    if (isSelect(component)) return judgeSelect(component, 'message')
    if (component.type === TextDisplay) return text(component.content) === '' ? ['empty text'] : []
    if (component.type === Section) return judgeSection(component, inner)
    if (component.type === Container) return judgeContainer(component, inner)
    if (component.type === Separator) return judgeNumber('spacing', component.spacing, 1, 2)
    return judgeMedia(component)
  })()
  const accessory = isFields(component.accessory) ? judge(component.accessory) : []
  return [...own, ...inner.flatMap(judge), ...accessory]
}

/** One to five buttons, or one select alone. */
function judgeRow(inner: readonly Fields[]): string[] {
  const selects = inner.filter(isSelect).length
  const wrong = inner
    .filter((one) => one.type !== Button && !isSelect(one))
    .map(({ type }) => `component ${String(type)} in a row`)
  if (inner.length < 1 || inner.length > 5) wrong.push(`${inner.length} buttons in a row`)
  if (selects > 0 && inner.length > 1) wrong.push('a select beside something else in a row')
  return wrong
}

function judgeSection({ accessory }: Fields, inner: readonly Fields[]): string[] {
  const wrong = inner.length < 1 || inner.length > 3 ? [`${inner.length} texts in a section`] : []
  const isAccessory = isFields(accessory) && (accessory.type === Button || accessory.type === Thumbnail)
  if (!isAccessory) wrong.push('a section without a button or picture beside it')
  return [...wrong, ...judgeInside('a section', inner, new Set([TextDisplay]))]
}

const judgeContainer = (container: Fields, inner: readonly Fields[]): string[] => [
  ...(inner.length === 0 ? ['empty container'] : []),
  ...judgeNumber('accent_color', container.accent_color, 0, 0xff_ff_ff),
  ...judgeInside('a container', inner, IN_CONTAINER),
]

/** No id and no custom_id twice. */
export function judgeIds(components: readonly Fields[]): string[] {
  const all = components.flatMap(withInner)
  const customIds = all.flatMap(({ custom_id: id }) => (typeof id === 'string' ? [id] : []))
  const ids = all.flatMap(({ id }) => (typeof id === 'number' && id !== 0 ? [id] : []))
  return [
    ...(new Set(customIds).size === customIds.length ? [] : ['the same custom_id twice']),
    ...(new Set(ids).size === ids.length ? [] : ['the same id twice']),
    ...all.flatMap(({ id }) => judgeNumber('id', id, 0, 2 ** 31 - 1)),
  ]
}
