import { type ButtonInteraction, ComponentType, type Message } from 'discord.js'
import type { Bot } from '../bot.ts'
import { requestBy } from '../commands/request.ts'
import { editReply, whisper } from '../outgoing/outgoing.ts'
import { CARD_BUTTONS, GONE } from '../texts.ts'
import { button, plain, type View } from './view.ts'

/** Says that what the button was about is no longer kept, and offers to read it again where its address can be seen. */
export async function tellGone(bot: Bot, interaction: ButtonInteraction): Promise<void> {
  const view = await goneView(bot, interaction)
  if (interaction.deferred) await editReply(interaction, view)
  else await whisper(interaction, view)
}

async function goneView({ assistant: { tasks } }: Bot, interaction: ButtonInteraction): Promise<View> {
  const url = addressOn(interaction.message)
  if (url === null) return plain(GONE.giveAgain)
  const asked = { ...requestBy(interaction), source: { kind: 'link', url } }
  await tasks.begin(interaction.id, asked, { guildId: asked.guildId, personId: asked.person.id })
  // Not cut off by a restart: it waits for its button.
  await tasks.setState(interaction.id, 'failed')
  return plain(GONE.readAgain, [button('retry', interaction.id, { label: CARD_BUTTONS.readAgain })])
}

const TARGET = /\]\((https?:\/\/[^()\s]+)\)/gu
const OUR_OWN = /^https:\/\/discord\.com\//u
/** The part of an address that leads to words of the page. */
const TO_THE_WORDS = /#?:~:.*$/u

/** The address of the page that a message of ours is about: the first that it links to. Null for a paste. */
function addressOn({ content, components }: Message): string | null {
  const words = [content, ...components.flatMap((component) => textsOf(component.toJSON()))].join('\n')
  const targets = [...words.matchAll(TARGET)].map(([, target = '']) => target)
  return targets.find((target) => !OUR_OWN.test(target))?.replace(TO_THE_WORDS, '') ?? null
}

function textsOf(component: unknown): string[] {
  const { type, content, components } = component as {
    type?: unknown
    content?: unknown
    components?: unknown
  }
  if (type === ComponentType.TextDisplay) return [String(content)]
  return Array.isArray(components) ? components.flatMap(textsOf) : []
}
