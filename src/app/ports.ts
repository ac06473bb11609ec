import type { Answer, AnswerStatus, Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { BuiltArticle, DocumentFacts } from '../core/build-article.ts'
import type { DropReason } from '../core/claim.ts'
import type { ErrorCode } from '../core/error.ts'
import type { Tokens } from '../core/price.ts'
import type { Run } from '../core/run.ts'
import type { Summary, SummaryLength } from '../core/summary.ts'

// Everything that the use cases need from the world, and nothing else. One file, so that a reader sees at a glance
// what a new storage backend, model provider or fetcher has to be.

// --- documents ---

/** A document as it came: nothing in it is trusted. */
export interface RawDocument {
  readonly bytes: Uint8Array
  /** The `content-type` header or null; may be wrong. */
  readonly contentType: string | null
  /** Where it came from, after redirects; null for a paste or a file. */
  readonly url: string | null
  /** File name, null for a link or a paste. */
  readonly name: string | null
}

/** By what a server knows one version of a page. */
export interface Validators {
  /** Hash of the address that they belong to: they are sent to no other. */
  readonly page: string
  readonly etag: string | null
  readonly lastModified: string | null
}

export interface FetchedDocument extends RawDocument {
  readonly url: string
  readonly status: number
  /** The server says that the version of the validators is still the newest; then there are no bytes. */
  readonly isUnchanged: boolean
  readonly validators: Validators | null
  /** The server asks that no copy is kept. */
  readonly noArchive: boolean
  /** Seconds after which the server wants to be asked again; null where it does not say. */
  readonly retryAfter: number | null
}

/**
 * Opens an address that a person gave. Throws `link-refused`, `link-unreachable`, `link-timeout`, `page-too-large`,
 * `cancelled`. A status of 400 or more is returned, not thrown: the reader decides what a page behind it means.
 * With `validators` of an earlier reading, an unchanged page is not sent again.
 */
export type Fetcher = (url: string, signal?: AbortSignal, validators?: Validators) => Promise<FetchedDocument>

/** Turns a document into an article. Throws `unsupported-type`, `page-unreadable`, `page-too-large`, … */
export type Extractor = (
  document: RawDocument,
  facts: DocumentFacts,
  signal?: AbortSignal,
) => Promise<BuiltArticle>

// --- model ---

export interface ModelMessage {
  readonly role: 'system' | 'user' | 'assistant'
  readonly content: string
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[]
  /** Name and JSON Schema of the reply: strict, every field required, no additional properties. */
  readonly reply: { readonly name: string; readonly schema: Readonly<Record<string, unknown>> }
  readonly maxOutputTokens: number
}

export interface ModelReply {
  readonly text: string
  /** `length`: the reply was cut at the output limit; its whole claims may still be used. */
  readonly finish: 'stop' | 'length'
  /** As the server counted them; null where it does not say. */
  readonly tokens: { readonly input: number | null; readonly cached: number; readonly output: number | null }
}

/** The most tokens that a request can take, however its server counts. */
export type WorstCase = Pick<Tokens, 'input' | 'output'>

/** Pays for requests to a model. */
export interface Meter {
  /**
   * Sets aside what one request can cost at most. Throws `budget-spent` where that is not there, and
   * `storage-unavailable`; then the request is not sent.
   */
  reserve(worst: WorstCase): Promise<Reservation>
}

export interface Reservation {
  /**
   * Ends it with what the server says was used. Null: nobody knows; then all of it stays spent, as it does where it is
   * never settled.
   */
  settle(used: Tokens | null): Promise<void>
}

/**
 * A chat model. `complete` throws `model-unreachable`, `model-busy`, `model-refused`, `model-rejected`,
 * `model-unusable-reply`, `cancelled`, and `PromptTooLong` where the server takes less
 * at once; it reserves with the meter before every request that it sends, retries included, and sends nothing when that
 * throws.
 */
export interface Model {
  readonly name: string
  readonly contextTokens: number
  readonly maxOutputTokens: number
  /** So many requests are with its server at a time; a further one waits inside `complete`. */
  readonly requestsAtOnce: number
  complete(
    request: ModelRequest,
    options: { readonly signal?: AbortSignal; readonly meter: Meter },
  ): Promise<ModelReply>
  /** Tokens of a text by our own estimate, the same for every server. */
  countTokens(text: string): Promise<number>
  /** Cuts a text into pieces of at most so many tokens, at paragraph ends where possible; the pieces joined are the text. */
  cut(text: string, maxTokens: number): Promise<readonly string[]>
}

/** What a model server says of a model that it has. */
export interface ListedModel {
  readonly name: string
  /** What it reads at once; null where the server does not say. */
  readonly contextTokens: number | null
  /** What the model was made to read at once: the server may give it less. */
  readonly mostContextTokens: number | null
}

/** A prompt file, filled in one pass: what stands in a value is never read as a placeholder. */
export interface Prompt {
  readonly name: string
  /** `name@first 8 of sha256 of the file`. */
  readonly id: string
  toMessages(inputs: Readonly<Record<string, string>>): readonly ModelMessage[]
}

export type PromptName = 'summarize' | 'merge' | 'answer' | 'repair'

export type Prompts = Readonly<Record<PromptName, Prompt>>

// --- storage ---

/** May forget at any time; a failure inside is a miss. Values are JSON. */
export interface Cache<Value> {
  get(key: string): Promise<Value | undefined>
  set(key: string, value: Value, timeToLiveMilliseconds: number): Promise<void>
}

/** An article with what is known about the reading of it, beside what results print. */
export interface ReadArticle {
  readonly article: Article
  readonly looksLikeArticle: boolean
  readonly linesLeftOut: number
}

/** An article in the cache, with what is needed to ask whether the page is still the same. */
export interface KeptArticle {
  readonly read: ReadArticle
  /** When the server last said so, in milliseconds since the epoch. */
  readonly checkedAt: number
  readonly validators: Validators | null
}

export interface SummaryResult {
  readonly summary: Summary
  readonly run: Run
  /** Whom the article names in full and does not quote; results of earlier versions do not say. */
  readonly silent?: readonly string[]
  /** What was asked for, and when it was written, in milliseconds since the epoch; results of earlier versions do not say. */
  readonly length?: SummaryLength
  readonly madeAt?: number
}

export interface AnswerResult {
  readonly answer: Answer
  readonly run: Run
}

/** A message in Discord; ids are snowflakes as strings. */
export interface MessagePlace {
  readonly channelId: string
  readonly messageId: string
}

/** Where in Discord a conversation stands; ids are snowflakes as strings. */
export interface Place {
  readonly guildId: string | null
  readonly channelId: string
  readonly threadId: string | null
  /** The message that shows the card. */
  readonly cardMessageId: string | null
  /** The message that gave the article; null for a command. */
  readonly sourceMessageId: string | null
  /** Who asked for it. */
  readonly personId: string | null
}

/** An article, its summary and the questions asked so far. It carries its article, so it outlives every cache. */
export interface Conversation {
  readonly id: string
  readonly article: Article
  readonly linesLeftOut: number
  readonly summary: SummaryResult | null
  readonly turns: readonly Turn[]
  readonly place: Place | null
  /** Of the address that was given, see `Assistant.addressKey`; null for a paste or a file. */
  readonly addressKey: string | null
  /** Milliseconds since the epoch. */
  readonly createdAt: number
}

/** What of a conversation can change with another reading of its article. */
export type Reading = Pick<Conversation, 'article' | 'linesLeftOut' | 'summary'>

/** A conversation without its words. */
export type ConversationPlace = Pick<Conversation, 'id' | 'createdAt' | 'addressKey'> & {
  readonly place: Place
}

/** Durable. Every method throws `storage-unavailable` when it cannot keep its word; nothing is left half-written. */
export interface Conversations {
  create(conversation: Reading & Pick<Conversation, 'place' | 'addressKey'>): Promise<Conversation>
  setPlace(id: string, place: Place): Promise<void>
  /** Puts a newer reading in the place of the one before; the questions stay. */
  setReading(id: string, reading: Reading): Promise<void>
  /** `messageId`: the message that asked, where there is one. */
  appendTurn(id: string, turn: Turn, personId: string | null, messageId?: string | null): Promise<void>
  /** Notes a message, beside the card, that shows something of it, such as an answer. */
  noteShown(
    id: string,
    message: MessagePlace & { readonly personId: string | null; readonly askedMessageId: string | null },
  ): Promise<void>
  find(id: string): Promise<Conversation | undefined>
  /** The newest conversation that stands in this thread. */
  findByThread(threadId: string): Promise<Conversation | undefined>
  /** By the message of its card, or by one that was noted as showing something of it. */
  findByMessage(messageId: string): Promise<Conversation | undefined>
  /** The newest conversation whose card stands in this channel or in a thread of it. */
  findLatestInChannel(channelId: string): Promise<Conversation | undefined>
  /** Those with a card whose article was given by an address of these keys in this guild, newest first. */
  listByAddress(guildId: string, addressKeys: readonly string[]): Promise<readonly ConversationPlace[]>
  /** Those that stand in this thread, or in this channel itself. */
  listByThread(threadId: string): Promise<readonly ConversationPlace[]>
  /** Those whose article came from this message. */
  listBySource(messageId: string): Promise<readonly ConversationPlace[]>
}

/** What was forgotten, and the messages of ours that showed it. */
export interface Forgotten {
  readonly conversations: number
  readonly questions: number
  readonly messages: readonly MessagePlace[]
}

/**
 * Takes out what was kept, with the articles, pages and summaries in the cache that nothing refers to any more, so that
 * no byte of it is left. What money was spent stays counted.
 */
export interface Forgetting {
  conversation(id: string): Promise<Forgotten>
  /** The question that this message asked, with its answers, and what it asked for and was not done. */
  question(messageId: string): Promise<Forgotten>
  /** Everything about the articles of this thread, or channel. */
  thread(threadId: string): Promise<Forgotten>
  /**
   * What a person pasted or uploaded, what only they have seen, their questions with the answers, and that they asked for
   * anything: what others asked about articles of links stays.
   */
  person(personId: string): Promise<Forgotten>
  /** Everything about a guild but its settings. */
  guild(guildId: string): Promise<Forgotten>
  /** Everything about a guild, its settings too: the bot was removed from it. */
  leftGuild(guildId: string): Promise<Forgotten>
  /** Guilds about which anything is kept. */
  guilds(): Promise<readonly string[]>
  /** When what was not used for longest was used last; null where nothing is kept. */
  oldest(): Promise<number | null>
  /** What was asked for before that time and is not done: it can no longer be done again. */
  requestsBefore(time: number): Promise<number>
  /** Conversations without a card or question since that time, and requests that came before it. */
  unusedSince(time: number): Promise<Forgotten>
  /** Takes out what goes by itself and whose time is over. Cheap: to be called every minute. */
  expired(): Promise<void>
  /** Overwrites what was taken out, wherever the store still holds a copy of it: with a large store it takes seconds. */
  overwrite(): Promise<void>
}

/** Something a person asked a front-end to do, kept until it is done, so that a crash in the middle is noticed. */
export interface Task {
  /** The Discord message or interaction that asked. */
  readonly id: string
  /** `failed`: not done, and can be done yet. */
  readonly state: 'running' | 'failed' | 'done'
  /** What was asked, in the front-end's own JSON: enough to do it again. Null once it is done: nobody needs it then. */
  readonly request: unknown
  /** The message in which the front-end shows how it stands, once there is one. */
  readonly reply: MessagePlace | null
  /** Where it was asked; null for a direct message. */
  readonly guildId: string | null
  /** The process that does it; null: none that anybody knows. */
  readonly holder: string | null
  /** So many processes have begun it. */
  readonly attempts: number
  readonly createdAt: number
}

/** A process that does tasks, for as long as it says so. */
export interface Holder {
  readonly id: string
  /** Of which guilds it hears: those of these shards, of so many. None until it is connected. */
  readonly shards: readonly number[]
  readonly of: number
}

/** Durable, as conversations are. */
export interface Tasks {
  /**
   * False where a task of that id is known already: the same message came twice. `by`: who asked, and where, and which
   * process does it.
   */
  begin(
    id: string,
    request: unknown,
    by: {
      readonly guildId: string | null
      readonly personId: string | null
      readonly holder?: string | null
    },
  ): Promise<boolean>
  setReply(id: string, reply: Task['reply']): Promise<void>
  setState(id: string, state: Task['state']): Promise<void>
  find(id: string): Promise<Task | undefined>
  /** Oldest first; `exceptOf`: without those that these processes do. */
  findRunning(exceptOf?: readonly string[]): Promise<readonly Task[]>
  /** That process lives, and goes on with its tasks, for so many milliseconds from now; 0: it has ended. */
  hold(holder: Holder, milliseconds: number): Promise<void>
  /** Processes that live by their own word. */
  holders(): Promise<readonly Holder[]>
  /**
   * Makes a running task that of another process, as a further attempt. False where that is not so any more: it is over,
   * another has taken it, or its holder lives. `isGone`: that the holder has ended is known, whatever it said last.
   */
  takeOver(task: Pick<Task, 'id' | 'holder'>, by: string, isGone: boolean): Promise<boolean>
}

/** What caps count. `unpricedTokens`: tokens of models whose price nobody knows. */
export type SpendingUnit = 'calls' | 'nanodollars' | 'unpricedTokens'

/** The most that may be spent in one UTC day or month, by everybody or by each guild. */
export interface Cap {
  readonly per: 'all' | 'guild'
  readonly period: 'day' | 'month'
  readonly unit: SpendingUnit
  readonly most: number
}

/** One request to a model, before it is sent. */
export interface Expense {
  /** `2026-11-22`, UTC. */
  readonly day: string
  /** Null: a direct message or the terminal. It counts towards what everybody spends. */
  readonly guildId: string | null
  /** The worst case; one of the two is 0. */
  readonly nanodollars: number
  readonly unpricedTokens: number
}

/** What a finished request took. */
interface Spent {
  readonly nanodollars: number
  readonly unpricedTokens: number
  readonly tokens: Tokens
}

/** A cap of which a share, in percent, was reached for the first time in its period. */
export interface Reached {
  readonly cap: Cap
  readonly guildId: string | null
  readonly percent: number
  readonly used: number
}

/** `everywhere`: every process that shares a server hears of it, not only the one that spent it. */
export type HearReached = (reached: Reached, everywhere: boolean) => void

/** What was spent in a day (`2026-11-22`) or a month (`2026-11`), by a guild or (null) by everybody. */
export interface SpendingRow {
  readonly period: string
  readonly guildId: string | null
  readonly calls: number
  readonly nanodollars: number
  readonly unpricedTokens: number
  /** As servers counted them. */
  readonly tokens: Tokens
}

/** Requests that run, or whose end nobody saw. Their worst case is part of what was spent. */
export interface OpenExpenses {
  readonly calls: number
  readonly nanodollars: number
  readonly unpricedTokens: number
}

/** Keeps what models cost. Durable, and atomic across processes: together they never spend more than a cap. */
export interface Spending {
  /**
   * Adds one call at its worst case to its day and month, for all and for its guild; or adds nothing, where a cap that
   * this call counts towards would be passed. `isHeld`: it would not be, but for calls that are under way: of those,
   * whoever waits gets what they do not use.
   */
  reserve(
    expense: Expense,
    caps: readonly Cap[],
  ): Promise<
    | { readonly id: string }
    | { readonly refusedBy: Cap; readonly isHeld: boolean; readonly reached: readonly Reached[] }
  >
  /**
   * Puts what was spent in the place of the worst case, once; null: the worst case stays, and the call is over. It stays
   * counted. Says which caps come near.
   */
  settle(id: string, spent: Spent | null, caps: readonly Cap[]): Promise<readonly Reached[]>
  /** These calls are under way yet. Who does not say so every few seconds has ended: nobody waits for the rest of its calls. */
  keepHeld(ids: readonly string[]): Promise<void>
  /** Days and months since `day`, newest first. */
  list(day: string): Promise<readonly SpendingRow[]>
  /** Of a day or, by its first characters, a month. */
  listOpen(period: string): Promise<OpenExpenses>
}

/** Something that a person of a guild may do only so often. */
export interface Use {
  readonly kind: 'summary' | 'question'
  readonly guildId: string | null
  readonly personId: string
}

/** So many uses of one kind within so many milliseconds, by each person or in each guild. */
export interface UseLimit {
  readonly per: 'person' | 'guild'
  readonly most: number
  readonly milliseconds: number
}

/** Counts what people do, for as long as the longest limit. Durable, atomic across processes. */
export interface Uses {
  /**
   * Counts one use and gives null; or counts nothing where a limit stands against it, and says which, and from when on
   * (milliseconds since the epoch) it no longer does; null where it always will.
   */
  take(
    use: Use,
    limits: readonly UseLimit[],
  ): Promise<{ readonly limit: UseLimit; readonly possibleAt: number | null } | null>
  /** How many of a kind there were in a guild within so many milliseconds. */
  count(kind: Use['kind'], guildId: string, milliseconds: number): Promise<number>
}

/** Settings of guilds, in a form that `app/guild-settings.ts` knows. Durable. */
export interface SettingsStore {
  find(guildId: string): Promise<unknown>
  set(guildId: string, settings: unknown): Promise<void>
  /** Puts these fields among those that are kept, in one step; one that is null goes. */
  change(guildId: string, fields: Readonly<Record<string, unknown>>): Promise<void>
  /** True once for each guild, until it is left: for the first message in it. */
  greet(guildId: string): Promise<boolean>
}

export interface Storage {
  readonly articles: Cache<KeptArticle>
  /** The key under which the article of an address is kept, by the key of the address. */
  readonly addresses: Cache<string>
  readonly summaries: Cache<SummaryResult>
  readonly conversations: Conversations
  readonly tasks: Tasks
  readonly forgetting: Forgetting
  readonly settings: SettingsStore
  readonly spending: Spending
  readonly uses: Uses
  /** Throws `storage-unavailable` where it can only be read. */
  requireWritable(): Promise<void>
  /** Looks through all of it, and proves that something can be kept; keeps nothing. Throws `storage-unavailable`. */
  check(): Promise<void>
  close(): Promise<void>
}

/** What a copy of a store holds. */
export interface Backup {
  readonly bytes: number
  readonly schema: number
  readonly conversations: number
  readonly questions: number
  /** Guilds that have settings of their own. */
  readonly guilds: number
}

/**
 * Tables of everything that is durable, each after those that it refers to. What is in caches is not among it, nor are the
 * processes that live (`holders`): none does while a store is copied. A task still names its own, which nobody knows in the
 * new store, so the first process there that looks for what was cut off takes it over.
 */
export const DURABLE_TABLES = [
  'texts',
  'articles',
  'conversations',
  'turns',
  'shown_messages',
  'tasks',
  'uses',
  'guild_settings',
  'guilds_greeted',
  'spending',
  'reservations',
  'caps_reached',
] as const

export type DurableTable = (typeof DURABLE_TABLES)[number]

/** A row as it goes from one store to another, by the columns of docs/privacy.md. */
export type DurableRow = Readonly<Record<string, string | number | null>>

/** A store that is copied. Nothing in it changes. Methods throw `storage-unavailable`. */
export interface RowSource {
  count(table: DurableTable): Promise<number>
  /** In the table's order, some at a time. */
  read(table: DurableTable): AsyncIterable<readonly DurableRow[]>
  close(): Promise<void>
}

/** A store that is filled with the rows of another, and that nobody can open before it is whole. */
export interface RowTarget {
  write(table: DurableTable, rows: readonly DurableRow[]): Promise<void>
  count(table: DurableTable): Promise<number>
  /** It is whole. */
  finish(): Promise<void>
  close(): Promise<void>
}

/** What was copied from one store into another. */
export interface Migration {
  /** As they may be shown, without passwords. */
  readonly from: string
  readonly to: string
  /** The same on both sides. */
  readonly rows: Readonly<Record<DurableTable, number>>
}

// --- several processes ---

type Listener<Event> = (event: Event) => void

/** Starts what everybody waits for. Its signal fires when nobody waits any more; `report` reaches every caller. */
export type SharedWork<Value, Event> = (signal: AbortSignal, report: Listener<Event>) => Promise<Value>

/**
 * Joins the run of that key, or starts it. A caller whose signal fires gets `cancelled` at once while the others go
 * on; a failure reaches every caller and is not remembered. Whoever joins late hears the last event first. Where several
 * processes share it, values and events are JSON.
 */
export type OncePerKey<Event> = <Value>(
  key: string,
  signal: AbortSignal | undefined,
  work: SharedWork<Value, Event>,
  listener?: Listener<Event>,
) => Promise<Value>

/** Runs work one after the other for each key; different keys do not wait for each other. */
export type InTurn = <Result>(key: string, work: () => Promise<Result>) => Promise<Result>

/** Places for requests at one server. Whoever finds none free waits here. */
export interface Slots {
  readonly atOnce: number
  /** Throws what `work` throws, and `cancelled` as soon as the signal fires. */
  run<Result>(work: () => Promise<Result>, signal: AbortSignal | undefined): Promise<Result>
}

/** Work that whoever is free does, in another process. Inputs, progress and results are JSON. */
export interface JobOrder {
  /** Names what does it. */
  readonly kind: string
  /** Two orders of one key are one job, as long as it is not done. */
  readonly key: string
  readonly input: unknown
  /** From 1 on; the smaller, the sooner. */
  readonly urgency: number
}

export interface Jobs {
  /**
   * Has a job done. Throws what doing it threw; `cancelled` as soon as the signal fires, and a job that nobody waits for any
   * more is ended; `limit-reached` where too many wait or nobody does jobs; `internal` for one that was set aside because
   * it ended whoever did it; `storage-unavailable`.
   */
  run(
    order: JobOrder,
    options: {
      readonly signal?: AbortSignal | undefined
      readonly onProgress?: ((progress: unknown) => void) | undefined
    },
  ): Promise<unknown>
  close(): Promise<void>
}

/** Does one job. Its signal fires when nobody waits for it any more, and when this process has to end. */
export type DoJob = (
  order: Pick<JobOrder, 'kind' | 'input'>,
  run: {
    readonly signal: AbortSignal
    readonly report: (progress: unknown) => void
    /** It was begun before, by a process that ended in the middle of it. */
    readonly isAgain: boolean
  },
) => Promise<unknown>

/** How many jobs there are. */
export interface JobCounts {
  readonly running: number
  readonly waiting: number
  /** Those that ended whoever did them, three times each. */
  readonly setAside: number
}

// --- the rest ---

/** Milliseconds since the epoch. */
export type Clock = () => number

/** One line per event; values hold no message text, no ids of people, no keys. */
export interface Log {
  info(event: string, values?: Readonly<Record<string, unknown>>): void
  warn(event: string, values?: Readonly<Record<string, unknown>>): void
  /** Logs a failure once and returns its incident id, which the reader sees too. */
  failure(event: string, error: unknown, values?: Readonly<Record<string, unknown>>): string
}

// --- figures for whoever runs it ---

/** A stretch of work that is timed. `summary`, `question`, `longer` and `refresh`: from the request to what Discord shows. */
export type Phase =
  | 'acknowledgement'
  | 'wait'
  | 'fetch'
  | 'extract'
  | 'model'
  | 'write'
  | 'answer'
  | 'summary'
  | 'question'
  | 'longer'
  | 'refresh'

/** How a stretch of work ended. `left-alone`: a link that nobody asked about; `gone`: what it was about was deleted. */
export type Outcome = 'done' | 'left-alone' | 'gone' | 'refused' | ErrorCode

/** Something that is counted. It names no article, address, guild or person. */
export type Happening =
  | { readonly what: 'article'; readonly from: 'site' | 'unchanged' | 'cache' }
  | { readonly what: 'summary'; readonly from: 'engine' | 'cache' }
  | { readonly what: 'points'; readonly proven: number; readonly dropped: readonly DropReason[] }
  | { readonly what: 'tokens'; readonly tokens: Tokens }
  | { readonly what: 'card'; readonly from: 'engine' | 'cache' | 'seen-before' }
  | { readonly what: 'answer'; readonly status: AnswerStatus }
  | { readonly what: 'failure'; readonly event: string; readonly code: ErrorCode }
  | { readonly what: 'gateway'; readonly event: 'ready' | 'resumed' | 'reconnecting' | 'closed' }
  | { readonly what: 'discord-request'; readonly status: number }
  | { readonly what: 'rate-limit' }

export interface Metrics {
  /** A stretch of work begins; what comes back ends it. */
  begin(phase: Phase): (outcome: Outcome) => void
  count(happening: Happening): void
}

/** How things stand, asked for whenever somebody looks. */
export interface Standing {
  /** Null for a process that does jobs and does not talk with Discord. */
  readonly gateway: {
    readonly isReady: boolean
    /** Null before the first heartbeat was answered. */
    readonly pingMilliseconds: number | null
    readonly guilds: number
    /** Those of this process. */
    readonly shards: readonly { readonly id: number; readonly isReady: boolean }[]
  } | null
  readonly line: { readonly running: number; readonly waiting: number }
}

/** What models took in this UTC day or month, for everybody, and what they may take at most (null: no limit). */
export interface SpentInPeriod {
  readonly period: Cap['period']
  readonly unit: SpendingUnit
  readonly used: number
  readonly most: number | null
}
