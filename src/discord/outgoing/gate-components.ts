/** What a payload holds, by name. */
export type Fields = Record<string, unknown>

export const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value)

/** Component types of Discord that we use or may use: none that shows a picture or a file from an address. */
export const KIND = {
  row: 1,
  button: 2,
  select: 3,
  input: 4,
  userSelect: 5,
  roleSelect: 6,
  mentionableSelect: 7,
  channelSelect: 8,
  text: 10,
  separator: 14,
  container: 17,
  label: 18,
  upload: 19,
} as const
const KNOWN: ReadonlySet<unknown> = new Set(Object.values(KIND))
const SELECTS: ReadonlySet<unknown> = new Set([
  KIND.select,
  KIND.userSelect,
  KIND.roleSelect,
  KIND.mentionableSelect,
  KIND.channelSelect,
])
const LINK_BUTTON = 5
const MOST_COMPONENTS = 40
const MOST_IN_A_ROW = 5

export const isSelect = ({ type }: Fields): boolean => SELECTS.has(type)

/** Whether a component, its own insides passed already, may leave: known, not empty, and leading only where we lead. */
export function mayLeave(component: Fields, links: readonly string[]): boolean {
  const { type, components, content, style, url } = component
  if (!KNOWN.has(type)) return false
  if (type === KIND.text) return typeof content === 'string' && content.trim() !== ''
  if (type === KIND.button && (style === LINK_BUTTON || url !== undefined)) return links.includes(String(url))
  // A menu of nothing is refused.
  if (type === KIND.select && (!Array.isArray(component['options']) || component['options'].length === 0))
    return false
  return !(
    (type === KIND.row || type === KIND.container) &&
    Array.isArray(components) &&
    components.length === 0
  )
}

/** Five buttons fit in a row, or one menu. */
export function withinRow(component: Fields): Fields {
  const { type, components } = component
  if (type !== KIND.row || !Array.isArray(components)) return component
  const menu = components.find((inner) => isFields(inner) && isSelect(inner))
  return { ...component, components: menu === undefined ? components.slice(0, MOST_IN_A_ROW) : [menu] }
}

/** Leaves out separators, then texts, then anything, from the end, until no more than 40 components are left. */
export function withoutSurplus(components: readonly unknown[]): unknown[] {
  const count = (list: readonly unknown[]): number =>
    list.reduce<number>((sum, item) => {
      if (!isFields(item)) return sum
      return sum + 1 + count(Array.isArray(item['components']) ? item['components'] : [])
    }, 0)
  let surplus = count(components) - MOST_COMPONENTS
  const drop = (list: readonly unknown[], type: number | null): unknown[] => {
    const kept: unknown[] = []
    for (const item of list.toReversed()) {
      if (
        isFields(item) &&
        surplus > 0 &&
        (item['type'] === type || (type === null && !('components' in item)))
      ) {
        surplus -= 1
        continue
      }
      const inner = isFields(item) && Array.isArray(item['components']) ? item['components'] : null
      kept.unshift(
        inner === null || surplus <= 0 ? item : { ...(item as Fields), components: drop(inner, type) },
      )
    }
    return kept
  }
  return drop(drop(drop(components, KIND.separator), KIND.text), null)
}
