import {
  type APIButtonComponentWithCustomId,
  type APIComponentInContainer,
  type APIMessageTopLevelComponent,
  ButtonStyle,
  ComponentType,
} from 'discord.js'
import { type Action, customId } from '../forms/custom-id.ts'
import type { Markup } from './markup.ts'
import { BUTTONS, CARD_BUTTONS, MORE_BUTTONS } from '../texts.ts'

/** A message as we want it to look: plain lines with buttons below, or a card of components. */
export type View =
  | {
      readonly kind: 'plain'
      readonly text: Markup
      readonly buttons: readonly APIButtonComponentWithCustomId[]
    }
  | {
      readonly kind: 'card'
      readonly components: readonly APIMessageTopLevelComponent[]
      readonly links: readonly string[]
    }

export const plain = (text: Markup, buttons: readonly APIButtonComponentWithCustomId[] = []): View => ({
  kind: 'plain',
  text,
  buttons,
})

/** Colours of a card's edge. Never the only sign: what is doubtful stands there in words. */
export const ACCENT = { calm: 0x4f7cac, doubtful: 0xc98a1b } as const

const LABELS = {
  ask: BUTTONS.ask,
  sources: BUTTONS.sources,
  retry: BUTTONS.retry,
  plain: BUTTONS.withoutModel,
  more: CARD_BUTTONS.more,
  page: CARD_BUTTONS.nextPage,
  ...MORE_BUTTONS,
} as const satisfies Partial<Record<Action, string>>

export type ButtonAction = keyof typeof LABELS

interface ButtonLook {
  /** What else the id has to carry. */
  readonly details?: readonly string[]
  readonly label?: string
  readonly isDisabled?: boolean
}

/** A button whose id carries all that it needs, so that it works after a restart. */
export const button = (
  action: ButtonAction,
  id: string,
  { details = [], label = LABELS[action], isDisabled = false }: ButtonLook = {},
): APIButtonComponentWithCustomId => ({
  type: ComponentType.Button,
  style: action === 'ask' ? ButtonStyle.Primary : ButtonStyle.Secondary,
  custom_id: customId(action, id, ...details),
  label,
  ...(isDisabled && { disabled: true }),
})

export const row = (
  buttons: readonly APIButtonComponentWithCustomId[],
): { type: ComponentType.ActionRow; components: APIButtonComponentWithCustomId[] } => ({
  type: ComponentType.ActionRow,
  components: [...buttons],
})

/** The same in components: what has once been a card takes no plain text any more. */
export function asCard(view: View): View {
  if (view.kind === 'card') return view
  const text = { type: ComponentType.TextDisplay, content: view.text.text } as const
  const buttons = view.buttons.length === 0 ? [] : [row(view.buttons)]
  return { kind: 'card', components: [text, ...buttons], links: view.text.links }
}

/** One container: texts with a line between them, and rows of buttons. */
export function card(
  texts: readonly Markup[],
  rows: readonly (readonly APIButtonComponentWithCustomId[])[],
  accent: number = ACCENT.calm,
): View {
  const components: APIComponentInContainer[] = []
  for (const text of texts.filter(({ text: words }) => words !== '')) {
    if (components.length > 0) components.push({ type: ComponentType.Separator })
    components.push({ type: ComponentType.TextDisplay, content: text.text })
  }
  for (const buttons of rows) if (buttons.length > 0) components.push(row(buttons))
  return {
    kind: 'card',
    components: [{ type: ComponentType.Container, accent_color: accent, components }],
    links: texts.flatMap(({ links }) => links),
  }
}
