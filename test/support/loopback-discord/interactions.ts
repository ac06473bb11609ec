import {
  ChannelType,
  InteractionResponseType as Answer,
  InteractionType,
  MessageFlags,
  MessageType,
} from 'discord.js'
import { create, edit, findChannel, noteNotified, refuse } from './bot-messages.ts'
import { memberJson, messageJson } from './discord-json.ts'
import { type Fields, judgeForm } from './judge-message.ts'
import { found, Refusal, unknown } from './refusal.ts'
import type { Channel, Message, User, World } from './world.ts'

/** Something that a person did and the bot has to answer. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: User
  readonly channel: Channel
  /** The message whose button was pressed, also for the form that came of it. */
  readonly message: Message | null
  acknowledged: Answer | null
  /** What the bot shows for it; `null` until then, and for a form. */
  original: Message | null
  form: Fields | null
  followUps: Message[]
  expired: boolean
}

const ACKNOWLEDGE_MILLISECONDS = 3000
const TOKEN_MILLISECONDS = 15 * 60_000

export type Interactions = ReturnType<typeof createInteractions>

export function createInteractions(world: World) {
  const byToken = new Map<string, Interaction>()
  const timers = new Set<NodeJS.Timeout>()
  const later = (milliseconds: number, job: () => void): void => {
    timers.add(setTimeout(job, milliseconds))
  }

  const begin = (
    type: InteractionType,
    user: User,
    channel: Channel,
    data: Fields,
    message: Message | null,
  ): Interaction => {
    const id = world.newId()
    const interaction: Interaction = {
      id,
      token: `token-${id}`,
      type,
      user,
      channel,
      message,
      acknowledged: null,
      original: null,
      form: null,
      followUps: [],
      expired: false,
    }
    byToken.set(interaction.token, interaction)
    later(ACKNOWLEDGE_MILLISECONDS, () => {
      if (interaction.acknowledged === null)
        world.violations.push('an interaction not acknowledged within 3 s')
    })
    later(TOKEN_MILLISECONDS, () => (interaction.expired = true))
    const isDirect = channel.type === ChannelType.DM
    world.dispatch({
      name: 'INTERACTION_CREATE',
      intent: 0,
      data: () => ({
        id,
        application_id: world.bot.id,
        type,
        token: interaction.token,
        version: 1,
        data,
        channel_id: channel.id,
        channel: { id: channel.id, type: channel.type },
        ...(isDirect
          ? { user }
          : { guild_id: world.guildId, member: { ...memberJson(world, user), user, permissions: '0' } }),
        ...(message !== null && { message: messageJson(world, message, true) }),
        app_permissions: String(world.rights),
        locale: 'en-US',
        guild_locale: 'en-US',
        entitlements: [],
        authorizing_integration_owners: { 0: world.guildId },
        context: isDirect ? 1 : 0,
        attachment_size_limit: 10_485_760,
      }),
    })
    return interaction
  }

  const post = (interaction: Interaction, body: Fields): Message =>
    create(world, {
      channel: interaction.channel,
      body,
      forPerson: interaction.user.id,
      repliesTo: null,
      type: MessageType.ChatInputCommand,
    })

  const acknowledge = (id: string | undefined, token: string | undefined, body: Fields): Interaction => {
    const interaction = found(byToken.get(token ?? ''), 10062, 'interaction')
    if (interaction.id !== id) throw unknown(10062, 'interaction')
    if (interaction.acknowledged !== null) {
      throw new Refusal(400, 40060, 'Interaction has already been acknowledged.')
    }
    const { type, data = {} } = body as { type: Answer; data?: Fields }
    const isPressed = interaction.type === InteractionType.MessageComponent
    if (type === Answer.ChannelMessageWithSource) interaction.original = post(interaction, data)
    else if (type === Answer.DeferredChannelMessageWithSource) {
      interaction.original = deferred(world, interaction, Number(data.flags ?? 0))
    } else if (type === Answer.DeferredMessageUpdate && isPressed) interaction.original = interaction.message
    else if (type === Answer.UpdateMessage && isPressed && interaction.message !== null) {
      interaction.original = edit(world, interaction.message, data)
    } else if (type === Answer.Modal && interaction.type !== InteractionType.ModalSubmit) {
      refuse(judgeForm(data))
      interaction.form = data
    } else throw new Refusal(400, 50035, `Invalid Form Body: answer of type ${type}`)
    interaction.acknowledged = type
    world.changed()
    return interaction
  }

  /** The interaction of a webhook's token, once it has been acknowledged and until it is too old. */
  const answered = (token: string | undefined): Interaction => {
    const interaction = found(byToken.get(token ?? ''), 10015, 'Webhook')
    if (interaction.acknowledged === null) throw unknown(10015, 'Webhook')
    if (interaction.expired) throw new Refusal(401, 50027, 'Invalid Webhook Token')
    return interaction
  }

  return {
    begin,
    acknowledge,
    /** `@original` or the id of a follow-up. */
    findAnswer: (token: string | undefined, id: string | undefined): Message => {
      const { original, followUps } = answered(token)
      const message = id === '@original' ? original : followUps.find((one) => one.id === id)
      return found(
        message !== null && message !== undefined && world.messages.has(message.id) ? message : undefined,
        10008,
        'Message',
      )
    },
    editAnswer: (token: string | undefined, message: Message, body: Fields): Message => {
      const isFilled = answered(token).original === message && (message.flags & MessageFlags.Loading) !== 0
      const edited = edit(world, message, body)
      if (isFilled) noteNotified(world, edited, body)
      return edited
    },
    followUp: (token: string | undefined, body: Fields): Message => {
      const interaction = answered(token)
      const message = post(interaction, body)
      interaction.followUps.push(message)
      world.changed()
      return message
    },
    close: (): void => {
      for (const timer of timers) clearTimeout(timer)
    },
  }
}

/** “… is thinking”: an empty message that is filled later, seen by all or by one for good. */
function deferred(world: World, { channel, user }: Interaction, flags: number): Message {
  const isPrivate = (flags & MessageFlags.Ephemeral) !== 0
  const message: Message = {
    id: world.newId(),
    channelId: findChannel(world, channel.id).id,
    author: world.bot,
    type: MessageType.ChatInputCommand,
    content: '',
    components: [],
    attachments: [],
    flags: MessageFlags.Loading | (isPrivate ? MessageFlags.Ephemeral : 0),
    repliesTo: null,
    nonce: null,
    seenBy: isPrivate ? user.id : null,
    edits: 0,
  }
  world.messages.set(message.id, message)
  return message
}
