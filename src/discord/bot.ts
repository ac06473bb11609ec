import type { Client } from 'discord.js'
import type { Assistant } from '../app/assistant.ts'
import type { LineSizes } from '../app/line.ts'
import type { Clock, HearReached, Log, Metrics, RawDocument } from '../app/ports.ts'
import type { ShardPlan } from '../app/shards.ts'
import type { Uncached } from './more/uncached.ts'
import type { OpenTurn } from './tasks/turns.ts'
import type { Remembered } from './events/remembered.ts'
import type { UnderWay } from './tasks/under-way.ts'
import type { Work } from './tasks/work.ts'

/** A model as people are told of it. */
interface NamedModel {
  readonly name: string
  /** Where it runs; null: on a machine of the host's own network. */
  readonly host: string | null
}

export interface DiscordSettings {
  readonly token: string
  /** REST base without the version. */
  readonly apiUrl: string
  /** Commands are registered in this guild alone; null: everywhere. */
  readonly guildId: string | null
  /** Empty: every guild. */
  readonly allowedGuilds: readonly string[]
  readonly engine: 'extractive' | 'openai'
  /** Null: the built-in engine. */
  readonly modelName: string | null
  /** Who is asked, in this order; none: the built-in engine. */
  readonly models: readonly NamedModel[]
  /** Days after which articles and questions are forgotten. */
  readonly retentionDays: number
  readonly line: LineSizes
  readonly shards: ShardPlan
}

/** What the front-end needs from outside. */
export interface DiscordParts {
  readonly assistant: Assistant
  readonly settings: DiscordSettings
  /** Reads a file from Discord's CDN, and from nowhere else. Throws `FootnoteError`. */
  readonly readAttachment: (url: string, signal?: AbortSignal) => Promise<RawDocument>
  /** Tells of shares of budgets that are spent. */
  readonly onReached: (hear: HearReached) => void
  readonly log: Log
  readonly metrics: Metrics
  readonly clock: Clock
  /** Under which name this process does tasks, and which others are known to have ended. */
  readonly holder: { readonly id: string; readonly hasEnded: (id: string) => boolean }
}

/** Everything that the handlers of events share. */
export interface Bot extends DiscordParts {
  readonly client: Client<true>
  /** Whether Discord grants the Message Content intent. */
  readonly seesPlainMessages: boolean
  readonly work: Work
  readonly openTurn: OpenTurn
  readonly underWay: UnderWay
  /** What was shown in them to one person alone is gone with them. */
  readonly deletedChannels: Remembered
  readonly uncached: Uncached
}

export const isAllowedGuild = (
  { allowedGuilds }: Pick<DiscordSettings, 'allowedGuilds'>,
  guildId: string | null,
): boolean => guildId === null || allowedGuilds.length === 0 || allowedGuilds.includes(guildId)
