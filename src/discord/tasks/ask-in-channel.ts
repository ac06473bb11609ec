import type { Message, SendableChannels, User } from 'discord.js'
import { nameOfThrown } from '../../core/error.ts'
import type { Asker, OnShown } from './asker.ts'
import type { Bot } from '../bot.ts'
import { maySend } from '../places/channel.ts'
import type { Markup } from '../cards/markup.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { edit, reply, send } from '../outgoing/outgoing.ts'
import { tellPrivately } from '../outgoing/tell-privately.ts'
import { keepTyping } from './typing.ts'
import { plain, type View } from '../cards/view.ts'

/** After this long a person in a channel is told in words that reading goes on; typing is shown from the start. */
const WORDS_AFTER = 500

export interface AskerOptions {
  /** `when-slow`: not where the result is there within half a second. */
  readonly words: 'at-once' | 'when-slow'
  /** The message that is to be used for it. */
  readonly existing?: Message
}

interface Surroundings {
  /** Null: nothing new can be posted. */
  readonly channel: SendableChannels | null
  readonly post: (view: View, nonce: string) => Promise<Message>
  /** Who is told by direct message what cannot be said in the channel. */
  readonly person: User | null
}

/** A person whose message asked: told in the channel, below that message. */
export function inChannel(bot: Bot, message: Message, taskId: string, options: AskerOptions): Asker {
  const channel = message.channel.isSendable() && maySend(bot, message.channel) ? message.channel : null
  const post = (view: View, nonce: string): Promise<Message> => reply(message, view, nonce)
  return publicAsker(bot, taskId, { channel, post, person: message.author }, options)
}

/** A person whose interaction can no longer be answered: told by a new message in the channel. */
export const inChannelAnew = (bot: Bot, channel: SendableChannels, taskId: string): Asker =>
  publicAsker(
    bot,
    taskId,
    {
      channel: maySend(bot, channel) ? channel : null,
      post: (view, nonce) => send(channel, view, nonce),
      person: null,
    },
    { words: 'at-once' },
  )

/** A person who pressed a button: told in the message that has it. */
export const inMessage = (bot: Bot, existing: Message, taskId: string): Asker =>
  publicAsker(
    bot,
    taskId,
    { channel: null, post: () => Promise.resolve(existing), person: null },
    { words: 'at-once', existing },
  )

function publicAsker(
  bot: Bot,
  taskId: string,
  { channel, post: postView, person }: Surroundings,
  options: AskerOptions,
): Asker {
  let posting: Promise<Message | null> = Promise.resolve(options.existing ?? null)
  let onShown: OnShown = () => Promise.resolve()
  let isNoted = false
  let timer: NodeJS.Timeout | undefined
  let stopTyping = (): void => {}
  const stop = (): void => {
    clearTimeout(timer)
    stopTyping()
  }
  const post = (view: View, nonce: string): Promise<Message | null> =>
    channel === null ? Promise.resolve(null) : postView(view, nonce)

  const leaveFor = async ({ id }: Message): Promise<void> => {
    stop()
    const slot = await posting
    if (slot === null || slot.id === id) return
    posting = Promise.resolve(null)
    await deleteMessages(bot, [{ channelId: slot.channelId, messageId: slot.id }])
  }

  /** Changes the message that says so, or posts it. */
  const show = async (line: Markup): Promise<Message | null> => {
    const before = await posting
    const shown = before === null ? await post(plain(line), `${taskId}-s`) : await edit(before, plain(line))
    if (shown !== null && !isNoted) await onShown(shown)
    isNoted ||= shown !== null
    return shown
  }

  return {
    isPrivate: false,
    acknowledge: () => Promise.resolve(),
    begin: async (line, note) => {
      onShown = note
      if (options.words === 'at-once') {
        posting = show(line)
        await posting
        return
      }
      if (channel !== null) {
        stopTyping = keepTyping(channel, (error) =>
          bot.log.warn('typing-failed', { name: nameOfThrown(error) }),
        )
      }
      timer = setTimeout(() => {
        posting = show(line).catch((error: unknown) => {
          bot.log.warn('progress-not-shown', { name: nameOfThrown(error) })
          return null
        })
      }, WORDS_AFTER)
    },
    say: async (line) => {
      clearTimeout(timer)
      const shown = await show(line)
      posting = Promise.resolve(shown)
    },
    slot: async () => {
      stop()
      return posting
    },
    movedTo: leaveFor,
    done: leaveFor,
    show: async (view) => {
      const slot = await posting
      await (slot === null ? post(view, `${taskId}-v`) : edit(slot, view))
    },
    rest: stop,
    fail: async (view) => {
      stop()
      const slot = await posting
      if (slot !== null) return edit(slot, view)
      if (channel === null && person !== null) await tellPrivately(bot, person, view, `${taskId}-f`)
      return post(view, `${taskId}-f`)
    },
  }
}
