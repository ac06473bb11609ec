import type { Message } from 'discord.js'
import type { Markup } from '../cards/markup.ts'
import type { View } from '../cards/view.ts'
import type { Bot } from '../bot.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'

export type OnShown = (message: Message) => Promise<void>

/** The person who asked, as somebody to be told how it goes: in the channel, in private, or not at all. */
export interface Asker {
  /** Told alone, by a reply that only this person sees. */
  readonly isPrivate: boolean
  /** Tells Discord that it is under way, once it is stored: a crash from then on is told to whoever asked. */
  acknowledge(): Promise<void>
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
  /** Shows this person alone what others are not to see. Only where `isPrivate`. */
  show(view: View): Promise<void>
  /** Ends typing and what else was to be shown meanwhile. */
  rest(): void
  /** Says what went wrong; gives back the public message that says it. */
  fail(view: View): Promise<Message | null>
}

/** Nobody asked: nobody is told. */
export const NOBODY: Asker = {
  isPrivate: true,
  acknowledge: () => Promise.resolve(),
  begin: () => Promise.resolve(),
  say: () => Promise.resolve(),
  slot: () => Promise.resolve(null),
  movedTo: () => Promise.resolve(),
  done: () => Promise.resolve(),
  show: () => Promise.resolve(),
  rest: () => {},
  fail: () => Promise.resolve(null),
}

/** The same person, where a message of an earlier process shows it already: that one is used, or goes. */
export function inPlaceOf(bot: Bot, asker: Asker, shown: Message | null): Asker {
  let left = shown
  const leaveFor = async ({ id }: Message): Promise<void> => {
    const before = left
    left = null
    if (before === null || before.id === id) return
    await deleteMessages(bot, [{ channelId: before.channelId, messageId: before.id }])
  }
  return {
    ...asker,
    slot: async () => left ?? asker.slot(),
    movedTo: async (message) => {
      await leaveFor(message)
      await asker.movedTo(message)
    },
    done: async (result, what) => {
      await leaveFor(result)
      await asker.done(result, what)
    },
  }
}
