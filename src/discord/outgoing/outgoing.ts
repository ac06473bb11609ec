import {
  type APIModalInteractionResponseCallbackData,
  type ButtonInteraction,
  type ChatInputCommandInteraction,
  type Client,
  DiscordAPIError,
  DiscordjsErrorCodes,
  InteractionWebhook,
  type Message,
  MessageFlags,
  type MessageComponentInteraction,
  type MessageContextMenuCommandInteraction,
  type MessageMentionOptions,
  type ModalMessageModalSubmitInteraction,
  type PublicThreadChannel,
  RESTJSONErrorCodes,
  type RepliableInteraction,
  type SendableChannels,
} from 'discord.js'
import { cacheKey } from '../../core/cache-key.ts'
import { createRemembered, type Remembered } from '../events/remembered.ts'
import { passGate } from './gate.ts'
import { mayHaveHappened, sendAgain } from './send-again.ts'
import { asCard, row, type View } from '../cards/view.ts'

// The only file that sends anything to Discord. Everything passes the gate here.

/** Nobody is ever pinged, not even the person replied to. */
export const NO_MENTIONS: MessageMentionOptions = { parse: [], repliedUser: false }

const body = (view: View) => {
  if (view.kind === 'card') {
    const payload = passGate({ components: [...view.components] }, { links: view.links })
    return { ...payload, flags: MessageFlags.IsComponentsV2 as const }
  }
  const buttons = view.buttons.length === 0 ? [] : [row(view.buttons)]
  const payload = passGate({ content: view.text.text, components: buttons }, { links: view.text.links })
  // A plain message would show a preview of what it links to.
  return { ...payload, flags: MessageFlags.SuppressEmbeds as const }
}

/** As long as Discord takes one. */
const LONGEST_NONCE = 25

/** A longer one in another spelling, which is the same each time. */
const fitting = (nonce: string): string =>
  nonce.length <= LONGEST_NONCE ? nonce : cacheKey(nonce).slice(0, LONGEST_NONCE)

/** Ids of messages that a login of this process has posted. */
const posted = new WeakMap<Client, Remembered>()

function noted(message: Message): Message {
  const known = posted.get(message.client) ?? createRemembered(10_000)
  posted.set(message.client, known)
  known.add(message.id)
  return message
}

/** Whether it was posted under this login: what others of ours have posted is of other processes. */
export const isPostedHere = ({ client, id }: Message): boolean => posted.get(client)?.has(id) === true

/** `nonce`: the same for the same message of the same task, so that a repeated request posts nothing twice. */
export async function send(channel: SendableChannels, view: View, nonce: string): Promise<Message> {
  const message = { ...body(view), nonce: fitting(nonce), enforceNonce: true, allowedMentions: NO_MENTIONS }
  return noted(await sendAgain<Message>(() => channel.send(message)))
}

export async function reply(to: Message, view: View, nonce: string): Promise<Message> {
  const message = { ...body(view), nonce: fitting(nonce), enforceNonce: true, allowedMentions: NO_MENTIONS }
  return noted(await sendAgain(() => to.reply({ ...message, failIfNotExists: false })))
}

/** Ids of messages of which nobody knows what an edit that failed has left in them; so many are remembered. */
const unsure = createRemembered(1000)

export async function edit(message: Message, view: View): Promise<Message> {
  const known = unsure.has(message.id) ? await message.fetch() : message
  try {
    return await editKnown(known, view)
  } catch (error) {
    if (mayHaveHappened(error)) unsure.add(message.id)
    throw error
  }
}

/** Ids of messages that became cards: the gateway may not have told of it, and a card stays one. */
const cards = createRemembered(10_000)

async function editKnown(message: Message, given: View): Promise<Message> {
  const isCard = message.flags.has(MessageFlags.IsComponentsV2) || cards.has(message.id)
  const view = isCard ? asCard(given) : given
  const content = view.kind === 'card' && !isCard ? { content: null } : {}
  const changed = { ...body(view), ...content, allowedMentions: NO_MENTIONS }
  const thread = message.channel.isThread() ? message.channel : null
  // What is sent opens an archived thread again, what is edited does not.
  if (thread?.archived === true) await thread.setArchived(false)
  const change = async (): Promise<Message> => {
    const edited = await sendAgain(() => message.edit(changed))
    if (view.kind === 'card') cards.add(message.id)
    return edited
  }
  try {
    return await change()
  } catch (error) {
    if (!isInArchive(error) || thread === null) throw error
    await thread.setArchived(false)
    return change()
  }
}

const isInArchive = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InvalidActionOnArchivedThread

/** What Discord says of an interaction that it no longer knows: too late to acknowledge, or its 15 minutes are over. */
const EXPIRED: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownInteraction,
  RESTJSONErrorCodes.UnknownWebhook,
  RESTJSONErrorCodes.InvalidWebhookToken,
  // Never acknowledged, because it was too late for that.
  DiscordjsErrorCodes.InteractionNotReplied,
])

/** Whether an interaction can no longer be answered, so that somebody has to be told in another way. */
export const isExpired = (error: unknown): boolean =>
  error instanceof Error && 'code' in error && EXPIRED.has(error.code)

/** Whether an interaction was acknowledged before: by an attempt whose answer was lost, or by another process. */
export const isAcknowledged = (error: unknown): boolean =>
  error instanceof DiscordAPIError && error.code === RESTJSONErrorCodes.InteractionHasAlreadyBeenAcknowledged

/**
 * Acknowledges at once, for its user alone: what takes time follows in that reply. Where it is too late, nothing: what
 * follows then fails as expired.
 */
export async function deferPrivately(interaction: RepliableInteraction): Promise<void> {
  try {
    await sendAgain(() => interaction.deferReply({ flags: MessageFlags.Ephemeral }))
  } catch (error) {
    if (isExpired(error)) return
    // The first request arrived, only its answer was lost.
    if (!isAcknowledged(error)) throw error
    interaction.deferred = true
  }
}

/** Fills a deferred reply, or changes the message whose button was pressed. Throws where it `isExpired`. */
export async function editReply(interaction: RepliableInteraction, view: View): Promise<void> {
  // A progress line may stand there: a message of components has no content.
  const content = view.kind === 'card' ? { content: null } : {}
  const changed = { ...body(view), ...content, allowedMentions: NO_MENTIONS }
  await sendAgain(() => interaction.editReply(changed))
}

/** Changes the message whose menu or button was used, or whose form was sent, where it stands. */
export async function updateMessage(
  interaction: MessageComponentInteraction | ModalMessageModalSubmitInteraction,
  view: View,
): Promise<void> {
  try {
    await sendAgain(() => interaction.update({ ...body(view), allowedMentions: NO_MENTIONS }))
  } catch (error) {
    if (!isAcknowledged(error)) throw error
    interaction.replied = true
  }
}

/** Fills the deferred reply of an interaction that an earlier process got; Discord takes it for 15 minutes. */
export async function editPrivateReply(client: Client<true>, token: string, view: View): Promise<void> {
  const content = view.kind === 'card' ? { content: null } : {}
  const changed = { ...body(view), ...content, allowedMentions: NO_MENTIONS }
  await sendAgain(() =>
    new InteractionWebhook(client, client.application.id, token).editMessage('@original', changed),
  )
}

/** One more message that only this person sees. */
export async function whisper(interaction: RepliableInteraction, view: View): Promise<void> {
  const { flags, ...payload } = body(view)
  const message = {
    ...payload,
    flags: [MessageFlags.Ephemeral, flags],
    allowedMentions: NO_MENTIONS,
  } as const
  if (interaction.replied || interaction.deferred) await interaction.followUp(message)
  else await interaction.reply(message)
}

export async function showForm(
  interaction: ButtonInteraction | MessageContextMenuCommandInteraction | ChatInputCommandInteraction,
  form: APIModalInteractionResponseCallbackData,
): Promise<void> {
  try {
    await sendAgain(() => interaction.showModal(passGate(form, { links: [] })))
  } catch (error) {
    // The first request arrived, only its answer was lost: the form is open.
    if (!isAcknowledged(error)) throw error
  }
}

export async function startThread(message: Message, name: string): Promise<PublicThreadChannel<false>> {
  return sendAgain(() => message.startThread(passGate({ name }, { links: [] })))
}
