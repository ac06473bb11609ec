import { isAbsolute, join } from 'node:path'
import { createExtractor } from './adapters/extract/create-extractor.ts'
import { createAttachmentReader } from './adapters/fetch/attachment-reader.ts'
import { createFetcher } from './adapters/fetch/create-fetcher.ts'
import { createLog } from './adapters/log.ts'
import { createOpenAIModel } from './adapters/model/openai.ts'
import { loadPrompts } from './adapters/prompts.ts'
import { openStorage } from './adapters/storage/open-storage.ts'
import type { Assistant } from './app/assistant.ts'
import { createBuiltInEngine } from './app/built-in-engine.ts'
import { createAssistant } from './app/create-assistant.ts'
import { dailyCallLimit } from './app/daily-calls.ts'
import type { Engine } from './app/engine.ts'
import { createModelEngine } from './app/model/model-engine.ts'
import { createOnce } from './app/once.ts'
import type { Clock, Log, RawDocument, Storage } from './app/ports.ts'
import { CHECKOUT, type Config } from './config.ts'

/** What a test may put in the place of the real thing: the way to the network and the clock, nothing of ours. */
export interface Overrides {
  readonly clock?: Clock
  readonly log?: Log
  readonly fetcher?: Partial<Parameters<typeof createFetcher>[0]>
  readonly modelTimeouts?: Parameters<typeof createOpenAIModel>[0]['timeouts']
}

export interface Composition {
  readonly assistant: Assistant
  readonly log: Log
  readonly engine: Engine['name']
  readonly readAttachment: (url: string, signal?: AbortSignal) => Promise<RawDocument>
}

/** Joins everything that a configuration asks for. `assistant.close()` ends all of it. */
export async function compose(config: Config, overrides: Overrides = {}): Promise<Composition> {
  const clock = overrides.clock ?? Date.now
  const log = overrides.log ?? createLog(config.logLevel)
  const storage = await openStorage(config.storageUrl, { directory: CHECKOUT, clock })
  const fetcher = createFetcher({ allowHosts: config.fetchAllowHosts, ...overrides.fetcher })
  const extractor = createExtractor()
  const builtIn = createBuiltInEngine()
  const engine = await configuredEngine(config, storage, clock, overrides).catch(async (error: unknown) => {
    await storage.close()
    throw error
  })
  const { fetch } = fetcher
  const { extract } = extractor
  const parts = { fetch, extract, storage, engine: engine ?? builtIn, builtIn, once: createOnce(), clock }
  const close = async (): Promise<void> => {
    await Promise.allSettled([fetcher.close(), extractor.close()])
    await storage.close()
  }
  return {
    assistant: { ...createAssistant(parts), close },
    log,
    engine: parts.engine.name,
    readAttachment: createAttachmentReader({ origins: attachmentOrigins(config) }),
  }
}

async function configuredEngine(
  config: Config,
  storage: Storage,
  clock: Clock,
  overrides: Overrides,
): Promise<Engine | null> {
  if (config.model === null) return null
  const { dailyCallLimit: limit, ...server } = config.model
  const directory = config.promptsDirectory
  const prompts = await loadPrompts(isAbsolute(directory) ? directory : join(CHECKOUT, directory))
  const model = createOpenAIModel({ ...server, timeouts: overrides.modelTimeouts })
  return createModelEngine({ model, prompts, beforeCall: dailyCallLimit(storage.calls, limit, clock) })
}

const DISCORD_FILES = ['https://cdn.discordapp.com', 'https://media.discordapp.net']

/** A server that stands in for Discord serves its own attachments; Discord's API address serves none. */
function attachmentOrigins({ discord }: Config): readonly string[] {
  const own = new URL(discord.apiUrl)
  return own.hostname === 'discord.com' ? DISCORD_FILES : [...DISCORD_FILES, own.origin]
}
