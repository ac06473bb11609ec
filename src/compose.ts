import { resolve } from 'node:path'
import { createExtractor } from './adapters/extract/create-extractor.ts'
import { createAttachmentReader } from './adapters/fetch/attachment-reader.ts'
import { createFetcher } from './adapters/fetch/create-fetcher.ts'
import { createLog } from './adapters/log.ts'
import { type Breaker, createBreaker } from './adapters/model/breaker.ts'
import { createOpenAIModel, OPENAI_ADDRESS } from './adapters/model/openai.ts'
import { createSlots } from './adapters/model/slots.ts'
import { loadPrompts } from './adapters/prompts.ts'
import type { Sharing } from './adapters/redis/sharing/open-sharing.ts'
import { openHolder, type OpenHolder } from './adapters/holder.ts'
import { createTrackerList } from './adapters/trackers.ts'
import type { Assistant } from './app/assistant.ts'
import { createBuiltInEngine } from './app/built-in-engine.ts'
import { DAY } from './app/guild-usage.ts'
import { createAssistant } from './app/create-assistant.ts'
import { createBudget } from './app/budget.ts'
import { nameOfCap } from './app/caps.ts'
import type { Engine } from './app/engine.ts'
import { createModelEngine, type Seat } from './app/model/model-engine.ts'
import {
  measuredEngine,
  measuredExtractor,
  measuredFetcher,
  measuredLog,
  measuredModel,
} from './app/measured.ts'
import { NO_METRICS } from './app/no-metrics.ts'
import { inTurn } from './app/in-turn.ts'
import { createOnce } from './app/once.ts'
import { orderWork } from './app/order-work.ts'
import type { Think } from './app/thoughts.ts'
import type {
  Clock,
  Jobs,
  Log,
  Metrics,
  RawDocument,
  HearReached,
  Reached,
  Slots,
  SpendingUnit,
  Storage,
} from './app/ports.ts'
import { CHECKOUT, type Config, type ModelConfig } from './config.ts'
import { isOnOwnNetwork } from './core/own-network.ts'
import { openStore } from './open-store.ts'
import { createThinker } from './think.ts'

/** What a test may put in the place of the real thing: the way to the network, the clock and the disk, nothing of ours. */
export interface Overrides {
  /** Where somebody looks at figures. */
  readonly metrics?: Metrics
  /** One whose threads were started before. */
  readonly extractor?: ReturnType<typeof createExtractor>
  readonly clock?: Clock
  readonly log?: Log
  readonly fetcher?: Partial<Parameters<typeof createFetcher>[0]>
  readonly modelTimeouts?: Parameters<typeof createOpenAIModel>[0]['timeouts']
  readonly storage?: Pick<Parameters<typeof openStore>[1], 'prepare'>
  /** True: does jobs itself, also where a configuration has others do them. */
  readonly doesJobs?: boolean
}

export interface Composition {
  readonly assistant: Assistant
  readonly log: Log
  readonly engine: Engine['name']
  readonly metrics: Metrics
  /** Under which name this process does tasks. */
  readonly holder: OpenHolder
  /** Whom the engine asks, in this order, and where that is: null for a machine of one's own. */
  readonly models: readonly { readonly name: string; readonly host: string | null }[]
  /** Tells, beside the log, of shares of budgets that are spent. */
  readonly onReached: (hear: HearReached) => void
  /** Throws `storage-unavailable`, with what to do about it, where nothing can be stored. */
  readonly requireWritable: Storage['requireWritable']
  /** Loads what the first article needs, so that no reader waits for that, and the loop does not when everybody asks. */
  readonly warmUp: () => Promise<void>
  readonly readAttachment: (url: string, signal?: AbortSignal) => Promise<RawDocument>
}

/** Joins everything that a configuration asks for. `assistant.close()` ends all of it. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composition> {
  const clock = overrides.clock ?? Date.now
  const metrics = overrides.metrics ?? NO_METRICS
  const log = measuredLog(overrides.log ?? (await createLog(config.logLevel)), metrics)
  const storage = await openStore(config.storageUrl, { directory: CHECKOUT, clock, ...overrides.storage })
  const sharing =
    config.sharingUrl === null
      ? null
      : await openSharing(config.sharingUrl).catch(async (error: unknown) => {
          await storage.close()
          throw error
        })
  const fetcher = createFetcher({
    allowHosts: config.fetchAllowHosts,
    contact: config.fetchContact,
    ...overrides.fetcher,
  })
  const extractor = overrides.extractor ?? createExtractor()
  const thinker = createThinker()
  const { think } = thinker
  const plain = createBuiltInEngine(think)
  const builtIn = measuredEngine(plain, metrics)
  const hearers = new Set<HearReached>()
  const tellHearers = (reached: Reached): void => {
    for (const hear of hearers) hear(reached, sharing !== null)
  }
  const onReached = (reached: Reached): void => {
    const { cap, guildId, percent, used } = reached
    log.warn('budget-reached', { percent, limit: nameOfCap(cap), most: cap.most, used, guild: guildId })
    if (sharing === null) tellHearers(reached)
    else sharing.tellReached(reached).catch((error: unknown) => log.failure('budget-not-told', error))
  }
  const engine = await configuredEngine(
    config,
    { storage, sharing, clock, log, metrics, onReached, think },
    overrides,
  ).catch(async (error: unknown) => {
    await Promise.all([storage.close(), sharing?.close()])
    throw error
  })
  const parts = {
    fetch: measuredFetcher((...request) => {
      // A thread takes as long to start as a page to come.
      void extractor.warm()
      return fetcher.fetch(...request)
    }, metrics),
    extract: measuredExtractor(extractor.read, metrics),
    isTracker: createTrackerList(),
    storage,
    engine: engine === null ? builtIn : measuredEngine(engine, metrics),
    builtIn,
    metrics,
    think,
    once: sharing === null ? createOnce() : sharing.once(createOnce()),
    inTurn: sharing === null ? inTurn() : sharing.inTurn(inTurn()),
    fairUse: config.fairUse,
    retention: config.retentionDays * DAY,
    autoSummarize: config.discord.autoSummarize,
    caps: config.caps,
    units: unitsOf(config),
    clock,
  }
  const jobs =
    config.queueUrl === null || overrides.doesJobs === true ? null : await orderJobs(config.queueUrl)
  const holder = openHolder()
  const close = async (): Promise<void> => {
    holder.close()
    await Promise.allSettled([jobs?.close(), fetcher.close(), extractor.close(), thinker.close()])
    await Promise.all([storage.close(), sharing?.close()])
  }
  const assistant = { ...createAssistant(parts), close }
  return {
    assistant: jobs === null ? assistant : orderWork(assistant, jobs),
    log,
    engine: parts.engine.name,
    metrics,
    holder,
    models: modelsOf(config).map(({ name, baseUrl }) => ({ name, host: hostOf(baseUrl ?? OPENAI_ADDRESS) })),
    onReached: (hear) => {
      if (hearers.size === 0)
        sharing?.onReached(tellHearers).catch((error: unknown) => log.failure('budget-not-heard', error))
      hearers.add(hear)
    },
    requireWritable: () => storage.requireWritable(),
    warmUp: async () => {
      // Others do what it would be warm for.
      if (jobs !== null) return
      const page = {
        bytes: new TextEncoder().encode(SAMPLE_PAGE),
        contentType: 'text/html',
        url: null,
        name: null,
      }
      const facts = { kind: 'file', url: null, retrievedAt: clock() } as const
      const { article } = await extractor.read(page, facts)
      const { claims } = await plain.summarize(article, { length: 'short', language: null }, {})
      await Promise.all([think('silent', article, []), plain.answer(article, [], claims[0]?.text ?? '', {})])
    },
    readAttachment: createAttachmentReader({ origins: attachmentOrigins(config) }),
  }
}

/** What the configured models are counted in: money where their price is known, else tokens. */
const unitsOf = (config: Config): readonly SpendingUnit[] => [
  ...new Set(modelsOf(config).map(({ price }) => (price === null ? 'unpricedTokens' : 'nanodollars'))),
]

const modelsOf = ({ model }: Config): readonly ModelConfig[] =>
  model === null ? [] : [model, ...(model.fallback === null ? [] : [model.fallback])]

const hostOf = (address: string): string | null => (isOnOwnNetwork(address) ? null : new URL(address).host)

/** What several processes need is loaded where there are several. */
const openSharing = async (address: string): Promise<Sharing> =>
  (await import('./adapters/redis/sharing/open-sharing.ts')).openSharing(address)
const orderJobs = async (address: string): Promise<Jobs> =>
  (await import('./adapters/redis/jobs/order-jobs.ts')).orderJobs(address)

interface EngineSurroundings {
  readonly storage: Storage
  readonly sharing: Sharing | null
  readonly clock: Clock
  readonly log: Log
  readonly metrics: Metrics
  readonly onReached: (reached: Reached) => void
  readonly think: Think
}

async function configuredEngine(
  { model: configured, caps, promptsDirectory }: Config,
  { storage, sharing, clock, log, metrics, onReached, think }: EngineSurroundings,
  overrides: Overrides,
): Promise<Engine | null> {
  if (configured === null) return null
  const prompts = await loadPrompts(resolve(CHECKOUT, promptsDirectory))
  const openMeter = createBudget({
    spending: storage.spending,
    caps,
    clock,
    onReached,
    onUnsettled: (error) => log.failure('spending-not-settled', error),
  })
  const servers = new Map<string | null, { readonly breaker: Breaker; readonly slots: Slots }>()
  const seat = ({ price, requestsAtOnce, ...settings }: ModelConfig): Seat => {
    const slots = createSlots(requestsAtOnce)
    const server = servers.get(settings.baseUrl) ?? {
      breaker: createBreaker(clock),
      slots: sharing?.slots(settings.baseUrl ?? OPENAI_ADDRESS, slots) ?? slots,
    }
    servers.set(settings.baseUrl, server)
    const model = createOpenAIModel({ ...settings, ...server, timeouts: overrides.modelTimeouts })
    return {
      model: measuredModel(model, metrics),
      openMeter: (guildId, signal) => openMeter(price, guildId, signal),
    }
  }
  const { fallback, ...first } = configured
  return createModelEngine({
    ...seat(first),
    prompts,
    think,
    fallback: fallback === null ? null : seat(fallback),
  })
}

/** An invented story. */
const SAMPLE_PAGE = `<article><h1>Ferry harbour closes</h1>${'<p>The town of Brennholm closed its ferry harbour on Tuesday, after ninety years. “We will miss it,” said its master, Ingrid Falkum, who had 214 people on the last boat.</p>'.repeat(3)}</article>`

const DISCORD_FILES = ['https://cdn.discordapp.com', 'https://media.discordapp.net']

/** A server that stands in for Discord serves its own attachments; Discord's API address serves none. */
function attachmentOrigins({ discord }: Config): readonly string[] {
  const own = new URL(discord.apiUrl)
  return own.hostname === 'discord.com' ? DISCORD_FILES : [...DISCORD_FILES, own.origin]
}
