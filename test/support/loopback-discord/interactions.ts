import { InteractionResponseType as Answer, InteractionType, MessageFlags, MessageType } from 'discord.js'
import { add } from './announce.ts'
import type { Files } from './attach.ts'
import { create, edit, refuse } from './bot-messages.ts'
import { judgeAsGuest, ownersIn, refuseTooManyAsGuest } from './guest.ts'
import type { Begun, Interaction } from './interaction.ts'
import { interactionJson } from './interaction-json.ts'
import { judgeForm } from './judge-form.ts'
import type { Fields } from './fields.ts'
import { timeOf } from './message-time.ts'
import { newMessage } from './new-message.ts'
import { noteNotified } from './pings.ts'
import { found, Refusal, unknown } from './refusal.ts'
import type { AnsweredInteraction, Message } from './things.ts'
import type { World } from './world.ts'

export type { Interaction } from './interaction.ts'

const ACKNOWLEDGE_MILLISECONDS = 3000
const TOKEN_MILLISECONDS = 15 * 60_000

export type Interactions = ReturnType<typeof createInteractions>

export function createInteractions(world: World) {
  const byToken = new Map<string, Interaction>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (milliseconds: number, job: () => void): void => {
    timers.add(setTimeout(job, milliseconds))
  }

  const begin = ({ type, user, channel, data, message = null, owners }: Begun): Interaction => {
    const id = world.newId()
    const interaction: Interaction = {
      id,
      token: `token-${id}`,
      type,
      user,
      channel,
      owners: owners ?? ownersIn(world, channel, user),
      message,
      acknowledged: null,
      acknowledgedAfter: null,
      original: null,
      form: null,
      followUps: [],
      expired: false,
    }
    byToken.set(interaction.token, interaction)
    later(ACKNOWLEDGE_MILLISECONDS, () => {
      if (interaction.acknowledged !== null || interaction.expired) return
      interaction.expired = true
      world.violations.push('an interaction not acknowledged within 3 s')
    })
    later(TOKEN_MILLISECONDS, () => (interaction.expired = true))
    const json = interactionJson(world, interaction, data)
    world.dispatch({ name: 'INTERACTION_CREATE', intent: 0, data: () => json, guildId: channel.guildId })
    return interaction
  }

  const post = (interaction: Interaction, body: Fields, files?: Files): Message => {
    const { channel, type } = interaction
    judgeAsGuest(world, interaction, body)
    return create(world, {
      channel,
      body,
      ...(files && { files }),
      answers: answersTo(interaction),
      type: type === InteractionType.ApplicationCommand ? MessageType.ChatInputCommand : MessageType.Default,
    })
  }

  const answer = (interaction: Interaction, type: Answer, data: Fields, files?: Files): void => {
    const { message } = interaction
    const isOnMessage = message !== null && interaction.type !== InteractionType.ApplicationCommand
    if (type === Answer.ChannelMessageWithSource) interaction.original = post(interaction, data, files)
    else if (type === Answer.DeferredChannelMessageWithSource) {
      interaction.original = deferred(world, interaction, Number(data.flags ?? 0))
    } else if (type === Answer.DeferredMessageUpdate && isOnMessage) interaction.original = message
    else if (type === Answer.UpdateMessage && isOnMessage)
      interaction.original = edit(world, message, data, files)
    else if (type === Answer.Modal && interaction.type !== InteractionType.ModalSubmit) {
      refuse(judgeForm(data))
      interaction.form = data
    } else throw new Refusal(400, 50035, `Invalid Form Body: answer of type ${type}`)
  }

  const acknowledge = (
    id: string | undefined,
    token: string | undefined,
    body: Fields,
    files?: Files,
  ): Interaction => {
    const interaction = found(byToken.get(token ?? ''), 10062, 'interaction')
    if (interaction.id !== id || interaction.expired) throw unknown(10062, 'interaction')
    if (interaction.acknowledged !== null) {
      throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
    }
    const { type, data = {} } = body as { type: Answer; data?: Fields }
    answer(interaction, type, data, files)
    interaction.acknowledged = type
    interaction.acknowledgedAfter = Date.now() - begunAt(interaction)
    world.changed()
    return interaction
  }

  /** The interaction of a webhook's token, once it has been acknowledged and until it is too old. */
  const answered = (token: string | undefined): Interaction => {
    const interaction = found(byToken.get(token ?? ''), 10015, 'Webhook')
    if (interaction.expired) throw new Refusal(401, 50027, 'Invalid Webhook Token')
    if (interaction.acknowledged === null) throw unknown(10015, 'Webhook')
    return interaction
  }

  const editAnswer = (token: string | undefined, message: Message, body: Fields, files?: Files): Message => {
    const interaction = answered(token)
    const isFilled = (message.flags & MessageFlags.Loading) !== 0
    const edited = edit(world, message, body, files)
    if (isFilled) noteNotified(world, interaction.channel, edited, body)
    return edited
  }

  return {
    begin,
    acknowledge,
    all: (): Interaction[] => [...byToken.values()],
    /** `@original` or the id of an answer. */
    findAnswer: (token: string | undefined, id: string | undefined): Message => {
      const { original, followUps } = answered(token)
      const message = id === '@original' ? original : [original, ...followUps].find((one) => one?.id === id)
      return found(
        message !== null && message !== undefined && world.messages.has(message.id) ? message : undefined,
        10008,
        'Message',
      )
    },
    editAnswer,
    /** One more message; while “… is thinking” stands, it takes that place. */
    followUp: (token: string | undefined, body: Fields, files?: Files): Message => {
      const interaction = answered(token)
      const { original, followUps } = interaction
      if (original !== null && (original.flags & MessageFlags.Loading) !== 0) {
        const { flags = 0, ...rest } = body
        const kept = Number(flags) & ~MessageFlags.Ephemeral
        return editAnswer(token, original, { ...rest, flags: kept }, files)
      }
      refuseTooManyAsGuest(interaction)
      const message = post(interaction, body, files)
      followUps.push(message)
      world.changed()
      return message
    },
    /** Its token is too old at once: no answer arrives any more. */
    expire: (interaction: Interaction): void => {
      interaction.expired = true
    },
    close: (): void => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** “… is thinking”: an empty message that is filled later, seen by all or by one for good. */
function deferred(world: World, interaction: Interaction, flags: number): Message {
  const { channel, user } = interaction
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0
  judgeAsGuest(world, interaction, { flags })
  const message = newMessage(world, channel, world.bot, {
    type: MessageType.ChatInputCommand,
    flags: MessageFlags.Loading | (isPrivate ? MessageFlags.Ephemeral : 0),
    seenBy: isPrivate ? user.id : null,
    answers: answersTo(interaction),
  })
  add(world, channel, message)
  return message
}

const answersTo = ({ id, type, user, owners }: Interaction): AnsweredInteraction => ({
  id,
  type,
  user,
  owners,
})

const begunAt = ({ id }: Interaction): number => timeOf(id)
