import { ComponentType } from 'discord.js'
import { type Fields, judgeLength, judgeNumber, judgeOptionalLength, list } from './fields.ts'

const { ChannelSelect, MentionableSelect, RoleSelect, StringSelect, UserSelect } = ComponentType

/** What may be chosen before anybody chose, by the kind of select. */
const DEFAULTS = new Map<unknown, readonly string[]>([
  [StringSelect, []],
  [UserSelect, ['user']],
  [RoleSelect, ['role']],
  [MentionableSelect, ['user', 'role']],
  [ChannelSelect, ['channel']],
])

export const isSelect = ({ type }: Fields): boolean => DEFAULTS.has(type)

/** What is wrong with a select; forms have rules of their own. */
export function judgeSelect(select: Fields, where: 'message' | 'form'): string[] {
  const { min_values: least, max_values: most, default_values: defaults, options } = select
  const atMost = Number(most ?? 1)
  const wrong = [
    ...judgeLength('custom_id', select.custom_id, 1, 100),
    ...judgeOptionalLength('placeholder', select.placeholder, 0, 150),
    ...judgeNumber('min_values', least, 0, 25),
    ...judgeNumber('max_values', most, 1, 25),
    ...judgeAmounts(select, where),
  ]
  if (select.type === StringSelect) return [...wrong, ...judgeOptions(list(options), atMost)]
  if (options !== undefined) wrong.push('options of a select that has none')
  if (select.channel_types !== undefined && select.type !== ChannelSelect) wrong.push('channel_types')
  const kinds = DEFAULTS.get(select.type) ?? []
  const chosen = list(defaults)
  if (chosen.length > 0 && (chosen.length > atMost || chosen.length < Number(least ?? 1)))
    wrong.push(`${chosen.length} default_values`)
  if (chosen.some(({ type, id }) => !kinds.includes(String(type)) || !/^\d+$/u.test(String(id))))
    wrong.push('default_values of another kind')
  return wrong
}

/** `min_values` and `required` belong together in a form, where nothing can be greyed out. */
export function judgeAmounts(choice: Fields, where: 'message' | 'form'): string[] {
  const { min_values: least, max_values: most, required, disabled } = choice
  const wrong: string[] = []
  if (Number(least ?? 1) > Number(most ?? 1) && least !== undefined) wrong.push('min_values over max_values')
  if (where === 'message') return wrong
  if (disabled === true) wrong.push('disabled in a form')
  if (least === 0 && required !== false) wrong.push('min_values of 0 where an answer is required')
  return wrong
}

function judgeOptions(options: readonly Fields[], most: number): string[] {
  const values = options.map(({ value }) => value)
  return [
    ...(options.length < 1 || options.length > 25 ? [`${options.length} options`] : []),
    ...(most > options.length ? ['max_values over the number of options'] : []),
    ...(new Set(values).size === values.length ? [] : ['the same option twice']),
    ...(options.filter((option) => option.default === true).length > most ? ['too many defaults'] : []),
    ...options.flatMap(({ label, value, description }) => [
      ...judgeLength('option label', label, 1, 100),
      ...judgeLength('option value', value, 1, 100),
      ...judgeOptionalLength('option description', description, 0, 100),
    ]),
  ]
}
