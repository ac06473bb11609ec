import type { Message, RepliableInteraction } from 'discord.js'
import type { Bot } from './bot.ts'
import { maySend } from './channel.ts'
import { link, type Markup } from './markup.ts'
import { edit, editReply, reply } from './outgoing.ts'
import { ANSWER_LINK, CARD_LINK, cardIsHere } from './texts.ts'
import { tellPrivately } from './tell-privately.ts'
import { keepTyping } from './typing.ts'
import { plain, type View } from './view.ts'

type OnShown = (message: Message) => Promise<void>

/** The person who asked, as somebody to be told how it goes: in the channel, in private, or not at all. */
export interface Asker {
  /** Told alone, by a reply that only this person sees. */
  readonly isPrivate: boolean
  /** Says at once that it is under way; `onShown` gets the public message that says so, when there is one. */
  begin(line: Markup, onShown: OnShown): Promise<void>
  /** Says something else in the place of that; says it first where nothing was said yet. */
  say(line: Markup): Promise<void>
  /** The public message that says so, once there is one: it can become the result. */
  slot(): Promise<Message | null>
  /** The work shows in another message from now on: the one that said so until then goes. */
  movedTo(message: Message): Promise<void>
  /** The result stands: what said that it was under way goes, or points to it. */
  done(result: Message, what: 'card' | 'answer'): Promise<void>
  /** Ends typing and what else was to be shown meanwhile. */
  rest(): void
  /** Says what went wrong; gives back the public message that says it. */
  fail(view: View): Promise<Message | null>
}

/** After this long a person in a channel is told in words that reading goes on; typing is shown from the start. */
const WORDS_AFTER = 1000

/** A person whose message asked: told in the channel. `existing`: the message that is to be used for it. */
export function inChannel(
  bot: Bot,
  message: Message | null,
  taskId: string,
  options: { readonly words: 'at-once' | 'when-slow' | 'never'; readonly existing?: Message },
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
  const channel = message?.channel.isSendable() === true ? message.channel : null
  const mayPost = channel !== null && maySend(bot, channel)
  const post = (view: View, nonce: string): Promise<Message | null> =>
    message === null || !mayPost ? Promise.resolve(null) : reply(message, view, nonce)

  const leaveFor = async ({ id }: Message): Promise<void> => {
    stop()
    const slot = await posting
    if (slot === null || slot.id === id) return
    posting = Promise.resolve(null)
    await slot.delete()
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
    begin: async (line, note) => {
      onShown = note
      if (options.words === 'at-once' || options.existing !== undefined) {
        posting = show(line)
        await posting
        return
      }
      if (mayPost) {
        stopTyping = keepTyping(channel, (error) => bot.log.warn('typing-failed', { name: nameOf(error) }))
      }
      if (options.words === 'never') return
      timer = setTimeout(() => {
        posting = show(line).catch((error: unknown) => {
          bot.log.warn('progress-not-shown', { name: nameOf(error) })
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
    rest: stop,
    fail: async (view) => {
      stop()
      const slot = await posting
      if (slot !== null) return edit(slot, view)
      if (message !== null && !mayPost) await tellPrivately(bot, message.author, view, `${taskId}-f`)
      return post(view, `${taskId}-f`)
    },
  }
}

/** A person who used a command, a button or a form: told by a deferred reply that only they see. */
export function inPrivate(interaction: RepliableInteraction): Asker {
  return {
    isPrivate: true,
    begin: (line) => editReply(interaction, plain(line)),
    say: (line) => editReply(interaction, plain(line)),
    slot: () => Promise.resolve(null),
    movedTo: () => Promise.resolve(),
    done: (result, what) =>
      editReply(interaction, plain(cardIsHere(link(what === 'card' ? CARD_LINK : ANSWER_LINK, result.url)))),
    rest: () => {},
    fail: async (view) => {
      await editReply(interaction, view)
      return null
    },
  }
}

/** Nobody asked: nobody is told. */
export const NOBODY: Asker = {
  isPrivate: true,
  begin: () => Promise.resolve(),
  say: () => Promise.resolve(),
  slot: () => Promise.resolve(null),
  movedTo: () => Promise.resolve(),
  done: () => Promise.resolve(),
  rest: () => {},
  fail: () => Promise.resolve(null),
}

const nameOf = (error: unknown): string => (error instanceof Error ? error.name : typeof error)
