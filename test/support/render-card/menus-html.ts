// Menus of messages and the inputs of forms, as far as the bot uses them, as HTML.

export interface Menu {
  readonly type: number
  readonly placeholder?: string
  readonly disabled?: boolean
  readonly options?: readonly {
    readonly label: string
    readonly description?: string
    readonly default?: boolean
  }[]
  readonly default_values?: readonly { readonly id: string; readonly type: string }[]
}

interface Input {
  readonly style: number
  readonly value?: string
  readonly placeholder?: string
}

export interface Form {
  readonly title: string
  readonly components: readonly {
    readonly label: string
    readonly description?: string
    readonly component: Input
  }[]
}

const escapeHtml = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A closed menu: what is chosen in it, else its placeholder. */
export function menuHtml(
  { placeholder = 'Make a selection', disabled, options, default_values: values }: Menu,
  names: Readonly<Record<string, string>>,
): string {
  const chosen = options?.filter((option) => option.default === true).map(({ label }) => escapeHtml(label))
  const picked = values?.map(
    ({ id, type }) =>
      `<span class="pill">${type === 'role' ? '@' : '#'}${escapeHtml(names[id] ?? id)}</span>`,
  )
  const shown = (chosen ?? picked ?? []).join(' ')
  const words = shown === '' ? `<i>${escapeHtml(placeholder)}</i>` : shown
  return `<span class="menu${disabled === true ? ' off' : ''}">${words} <b>⌄</b></span>`
}

export const formHtml = ({ title, components }: Form): string =>
  `<div class="form"><h3>${escapeHtml(title)}</h3>${components.map(inputHtml).join('')}</div>`

const inputHtml = ({ label, description = '', component }: Form['components'][number]): string => {
  const { style, value = '', placeholder = '' } = component
  const words = value === '' ? placeholder : value
  return `<label>${escapeHtml(label)}</label><small>${escapeHtml(description)}</small>
<div class="input${style === 2 ? ' lines' : ''}">${escapeHtml(words)}</div>`
}
