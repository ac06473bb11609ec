import type { InteractionResponseType as Answer, InteractionType } from 'discord.js'
import type { Fields } from './fields.ts'
import type { Channel, Message, Owners, User } from './things.ts'

/** Something that a person did and the bot has to answer. */
export interface Interaction {
  readonly id: string
  readonly token: string
  readonly type: InteractionType
  readonly user: User
  readonly channel: Channel
  /** Who installed the bot: the guild, or the person alone, who may then use it anywhere. */
  readonly owners: Owners
  /** The message whose button was pressed, also for the form that came of it. */
  readonly message: Message | null
  acknowledged: Answer | null
  /** Milliseconds until it was acknowledged. */
  acknowledgedAfter: number | null
  /** What the bot shows for it; `null` until then, and for a form. */
  original: Message | null
  form: Fields | null
  followUps: Message[]
  expired: boolean
}

export interface Begun {
  readonly type: InteractionType
  readonly user: User
  readonly channel: Channel
  readonly data: Fields
  readonly message?: Message | null
  /** Of the command that all came from. */
  readonly owners?: Owners
}
