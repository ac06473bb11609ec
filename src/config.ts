import { hostname } from 'node:os'
import { fileURLToPath } from 'node:url'
import { CAP_NAMES, type CapName, CAPS } from './app/caps.ts'
import type { FairUse } from './app/fair-use.ts'
import type { AutoSummarize } from './app/guild-settings.ts'
import type { LineSizes } from './app/line.ts'
import type { Cap } from './app/ports.ts'
import { planShards } from './app/shard-plan.ts'
import type { ShardPlan } from './app/shards.ts'
import { isOnOwnNetwork } from './core/own-network.ts'
import { NANODOLLARS_PER_DOLLAR, type Price } from './core/price.ts'
import { fileVariableOf, type ReadSecretFile, SECRETS, secretFromFile } from './secret-files.ts'
import { type Values, VARIABLES } from './variables.ts'

/** A model and the server that has it. */
export interface ModelConfig {
  readonly apiKey: string | null
  /** Null: OpenAI itself. */
  readonly baseUrl: string | null
  readonly name: string
  readonly contextTokens: number
  readonly maxOutputTokens: number
  /** So many requests are with its server at a time. */
  readonly requestsAtOnce: number
  /** Null: nobody knows it. */
  readonly price: Price | null
}

/** Everything that can be set from outside, read once. A feature that is off is null. */
export interface Config {
  readonly discord: {
    readonly token: string | null
    /** REST base without the version. */
    readonly apiUrl: string
    readonly guildId: string | null
    /** Empty: every guild. */
    readonly allowedGuilds: readonly string[]
    readonly autoSummarize: AutoSummarize
    readonly shards: ShardPlan
  }
  /** Null: the built-in engine. */
  readonly model: (ModelConfig & { readonly fallback: ModelConfig | null }) | null
  readonly caps: readonly Cap[]
  readonly fairUse: FairUse
  readonly line: LineSizes
  readonly storageUrl: string
  /** Where work is ordered that `footnote worker` processes do; null: this process does it. */
  readonly queueUrl: string | null
  /** The server on which several processes act as one; null: there is only this one. */
  readonly sharingUrl: string | null
  /** So many jobs does one worker at a time. */
  readonly jobsAtOnce: number
  /** Days after which articles and questions are forgotten that nobody has come back to. */
  readonly retentionDays: number
  /** Lower-case `host` or `host:port`. */
  readonly fetchAllowHosts: readonly string[]
  /** Told to sites with every request; null: nothing. */
  readonly fetchContact: string | null
  readonly promptsDirectory: string
  /** Where figures are served; null: nowhere. */
  readonly metrics: { readonly port: number; readonly host: string } | null
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** Where the person typed the command: npm changes into the checkout and says where it was in INIT_CWD. */
  readonly workingDirectory: string
  readonly terminal: {
    readonly noColor: boolean
    readonly forceHyperlink: boolean | null
    readonly program: string
  }
}

/** Small, cheap and long served. Another server does not know it, says so, and is then told OPENAI_MODEL. */
const DEFAULT_MODEL = 'gpt-4o-mini'
const DEFAULT_OUTPUT = 4000
/** Local servers read so much when nobody tells them otherwise. */
const LOCAL_CONTEXT = 8192
const HOSTED_CONTEXT = 128_000
/** Most servers on one's own machine do one thing at a time: the second request is there when the first is done. */
const OWN_AT_ONCE = 2
const HOSTED_AT_ONCE = 8

const DEFAULT_CAPS: Partial<Readonly<Record<CapName, number>>> = {
  DAILY_CALL_LIMIT: 200,
  DAILY_BUDGET: NANODOLLARS_PER_DOLLAR,
  MONTHLY_BUDGET: 10 * NANODOLLARS_PER_DOLLAR,
  DAILY_TOKEN_LIMIT: 300_000,
}

const SECOND = 1000
const HOUR = 60 * 60 * SECOND
const DAY = 24 * HOUR

const checkout = fileURLToPath(new URL('..', import.meta.url))

/** Thrown by `parseConfig`; the message lists every problem, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['The configuration has problems:', ...problems.map((problem) => `  ${problem}`)].join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/** What of the machine a configuration may depend on. */
interface Surroundings {
  /** Throws where there is no such file. */
  readonly readFile?: ReadSecretFile
  /** The name of the machine. */
  readonly machine?: string
}

/**
 * Reads the environment. An empty variable counts as unset. A secret may stand in a file that NAME_FILE names.
 * @throws {ConfigError} naming every variable that cannot be used, with an example of one that can.
 */
export function parseConfig(
  environment: Readonly<Record<string, string | undefined>>,
  { readFile = noFile, machine = hostname() }: Surroundings = {},
): Config {
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  const secrets = new Map<string, string>()
  for (const name of SECRETS) {
    const secret = secretFromFile(name, environment, readFile)
    if (secret === null) continue
    if ('problem' in secret) problems.push(secret.problem)
    else secrets.set(name, secret.value)
  }
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const inFile = secrets.get(name)
    const raw = inFile ?? environment[name]?.trim()
    if (raw === undefined || raw === '') continue
    const parsed = variable.schema.safeParse(raw)
    if (parsed.success) {
      values[name] = parsed.data
      continue
    }
    const where = inFile === undefined ? name : `${name}, in the file that ${fileVariableOf(name)} names,`
    const problem = `${where} ${parsed.error.issues[0]?.message ?? 'cannot be used'}.`
    problems.push(`${problem} Example: ${name}=${variable.example}`)
  }
  const set = values as Values
  const hasModel = set.OPENAI_API_KEY !== undefined || set.OPENAI_BASE_URL !== undefined
  if (set.OPENAI_FALLBACK_BASE_URL !== undefined && set.OPENAI_FALLBACK_MODEL === undefined) {
    problems.push(
      'OPENAI_FALLBACK_MODEL is missing beside OPENAI_FALLBACK_BASE_URL. Example: OPENAI_FALLBACK_MODEL=llama3.1',
    )
  }
  const storageUrl = set.STORAGE_URL ?? 'sqlite:data/footnote.db'
  if (set.QUEUE_URL !== undefined && storageUrl === 'memory:') {
    problems.push(
      'STORAGE_URL is memory: beside QUEUE_URL, and workers would not see what the bot stores. Example: STORAGE_URL=redis://127.0.0.1:6379',
    )
  }
  const shards = planShards(
    {
      shards: set.DISCORD_SHARDS,
      ids: set.DISCORD_SHARD_IDS,
      each: set.DISCORD_SHARDS_EACH,
      processes: set.DISCORD_SHARD_PROCESSES,
      isStoreOwn: set.STORAGE_URL === 'memory:',
    },
    machine,
    problems,
  )
  if (problems.length > 0) throw new ConfigError(problems)

  return {
    discord: {
      token: set.DISCORD_TOKEN ?? null,
      apiUrl: set.DISCORD_API_URL?.replace(/\/+$/, '') ?? 'https://discord.com/api',
      guildId: set.DISCORD_GUILD_ID ?? null,
      allowedGuilds: set.DISCORD_ALLOWED_GUILDS ?? [],
      autoSummarize: set.AUTO_SUMMARIZE ?? 'everywhere',
      shards,
    },
    model: hasModel ? modelOf(set) : null,
    caps: CAP_NAMES.flatMap((name) => {
      const most = set[name] ?? DEFAULT_CAPS[name]
      return most === undefined ? [] : [{ ...CAPS[name], most }]
    }),
    fairUse: fairUseOf(set),
    line: {
      // With workers, theirs is the line that counts.
      atOnce: set.REQUESTS_AT_ONCE ?? (set.QUEUE_URL === undefined ? 8 : 500),
      atOnceEach: set.GUILD_REQUESTS_AT_ONCE ?? 2,
      waitingEach: set.GUILD_QUEUE_LENGTH ?? 10,
    },
    retentionDays: set.RETENTION_DAYS ?? 30,
    storageUrl,
    queueUrl: set.QUEUE_URL ?? null,
    sharingUrl: storageUrl.startsWith('redis') ? storageUrl : (set.QUEUE_URL ?? null),
    jobsAtOnce: set.WORKER_JOBS_AT_ONCE ?? 4,
    fetchAllowHosts: set.FETCH_ALLOW_HOSTS ?? [],
    fetchContact: set.FETCH_CONTACT ?? null,
    promptsDirectory: set.PROMPTS_DIRECTORY ?? 'prompts',
    metrics:
      set.METRICS_PORT === undefined
        ? null
        : { port: set.METRICS_PORT, host: set.METRICS_HOST ?? '127.0.0.1' },
    logLevel: set.LOG_LEVEL ?? 'info',
    workingDirectory: environment['INIT_CWD'] ?? process.cwd(),
    terminal: {
      noColor: (environment['NO_COLOR'] ?? '') !== '',
      forceHyperlink:
        environment['FORCE_HYPERLINK'] === undefined ? null : environment['FORCE_HYPERLINK'] !== '0',
      // GNOME's terminals give a version in place of a name; OSC 8 links work since 0.50.
      program: environment['TERM_PROGRAM'] ?? (Number(environment['VTE_VERSION']) >= 5000 ? 'vte' : ''),
    },
  }
}

const noFile: ReadSecretFile = () => {
  throw new Error('no files are read here')
}

function modelOf(set: Values): NonNullable<Config['model']> {
  const name = set.OPENAI_MODEL ?? DEFAULT_MODEL
  const baseUrl = set.OPENAI_BASE_URL ?? null
  const apiKey = set.OPENAI_API_KEY ?? null
  const contextTokens = set.OPENAI_CONTEXT_TOKENS ?? (baseUrl === null ? HOSTED_CONTEXT : LOCAL_CONTEXT)
  const maxOutputTokens = set.OPENAI_MAX_OUTPUT_TOKENS ?? DEFAULT_OUTPUT
  const priceOf = (model: string): Price | null => set.OPENAI_PRICES?.get(model) ?? null
  const atOnceAt = (address: string | null): number =>
    set.OPENAI_REQUESTS_AT_ONCE ??
    (address !== null && isOnOwnNetwork(address) ? OWN_AT_ONCE : HOSTED_AT_ONCE)
  const requestsAtOnce = atOnceAt(baseUrl)
  const price = priceOf(name)
  const first = { apiKey, baseUrl, name, contextTokens, maxOutputTokens, requestsAtOnce, price }
  const fallbackName = set.OPENAI_FALLBACK_MODEL
  if (fallbackName === undefined) return { ...first, fallback: null }
  const elsewhere = set.OPENAI_FALLBACK_BASE_URL
  // A key goes to the server that it is for, and to no other.
  const server =
    elsewhere === undefined
      ? { apiKey: set.OPENAI_FALLBACK_API_KEY ?? apiKey, baseUrl, contextTokens }
      : { apiKey: set.OPENAI_FALLBACK_API_KEY ?? null, baseUrl: elsewhere, contextTokens: LOCAL_CONTEXT }
  return {
    ...first,
    fallback: {
      ...server,
      contextTokens: set.OPENAI_FALLBACK_CONTEXT_TOKENS ?? server.contextTokens,
      name: fallbackName,
      maxOutputTokens,
      requestsAtOnce: atOnceAt(server.baseUrl),
      price: priceOf(fallbackName),
    },
  }
}

function fairUseOf(set: Values): FairUse {
  const cooldown = (set.COOLDOWN_SECONDS ?? 15) * SECOND
  return {
    cooldown: cooldown === 0 ? null : { per: 'person', most: 1, milliseconds: cooldown },
    summaries: [
      { per: 'person', most: set.PERSON_SUMMARIES_PER_HOUR ?? 10, milliseconds: HOUR },
      { per: 'guild', most: set.GUILD_SUMMARIES_PER_DAY ?? 100, milliseconds: DAY },
    ],
    questions: [{ per: 'person', most: set.PERSON_QUESTIONS_PER_HOUR ?? 60, milliseconds: HOUR }],
  }
}

/** Where Footnote itself lives: relative paths in the configuration start here. */
export const CHECKOUT = checkout
