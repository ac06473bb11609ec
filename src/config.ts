import { fileURLToPath } from 'node:url'
import { z } from 'zod'

/** Everything that can be set from outside, read once. A feature that is off is null. */
export interface Config {
  readonly discord: {
    readonly token: string | null
    /** REST base without the version. */
    readonly apiUrl: string
    readonly guildId: string | null
    /** Empty: every guild. */
    readonly allowedGuilds: readonly string[]
    readonly autoSummarize: 'everywhere' | 'chosen' | 'off'
  }
  /** Null: the built-in engine. */
  readonly model: {
    readonly apiKey: string | null
    readonly baseUrl: string | null
    readonly name: string
    readonly contextTokens: number
    readonly maxOutputTokens: number
    readonly dailyCallLimit: number
  } | null
  readonly storageUrl: string
  /** Lower-case `host` or `host:port`. */
  readonly fetchAllowHosts: readonly string[]
  readonly promptsDirectory: string
  readonly logLevel: 'trace' | 'debug' | 'info' | 'warn' | 'error' | 'fatal' | 'silent'
  /** Where the person typed the command: npm changes into the checkout and says where it was in INIT_CWD. */
  readonly workingDirectory: string
  readonly terminal: {
    readonly noColor: boolean
    readonly forceHyperlink: boolean | null
    readonly program: string
  }
}

/** What a variable may hold. `example` is a value that passes; empty where none does yet. */
interface Variable {
  readonly schema: z.ZodType
  readonly example: string
}

/** Small, cheap and long served. Another server does not know it, says so, and is then told OPENAI_MODEL. */
const DEFAULT_MODEL = 'gpt-4o-mini'

const checkout = fileURLToPath(new URL('..', import.meta.url))

const httpUrl = z.url({ protocol: /^https?$/, error: 'is not an http(s) address' })
const snowflake = /^\d{15,21}$/
const list = (value: string): string[] =>
  value
    .split(',')
    .map((item) => item.trim())
    .filter((item) => item !== '')
const wholeNumber = z
  .string()
  .regex(/^\d{1,9}$/, 'is not a whole number')
  .transform(Number)
  .refine((value) => value > 0, 'must be above 0')
const allowedHost = /^(?:\[[0-9a-f:]+\]|[a-z0-9._-]+)(?::\d{1,5})?$/

export const VARIABLES = {
  DISCORD_TOKEN: { schema: z.string().regex(/^\S+$/, 'has white space in it'), example: 'MTIz…' },
  DISCORD_API_URL: { schema: httpUrl, example: 'https://discord.com/api' },
  DISCORD_GUILD_ID: {
    schema: z.string().regex(snowflake, 'is not a Discord id'),
    example: '123456789012345678',
  },
  DISCORD_ALLOWED_GUILDS: {
    schema: z
      .string()
      .transform(list)
      .refine((ids) => ids.every((id) => snowflake.test(id)), 'holds something that is not a Discord id'),
    example: '123456789012345678,234567890123456789',
  },
  AUTO_SUMMARIZE: {
    schema: z.enum(['everywhere', 'chosen', 'off'], 'is none of everywhere, chosen and off'),
    example: 'everywhere',
  },
  OPENAI_API_KEY: { schema: z.string().regex(/^\S+$/, 'has white space in it'), example: 'sk-…' },
  OPENAI_BASE_URL: { schema: httpUrl, example: 'http://localhost:11434/v1' },
  OPENAI_MODEL: { schema: z.string(), example: 'gpt-4o-mini' },
  OPENAI_CONTEXT_TOKENS: { schema: wholeNumber, example: '128000' },
  OPENAI_MAX_OUTPUT_TOKENS: { schema: wholeNumber, example: '4000' },
  DAILY_CALL_LIMIT: {
    schema: z
      .string()
      .regex(/^\d{1,9}$/, 'is not a whole number')
      .transform(Number),
    example: '200',
  },
  STORAGE_URL: {
    schema: z
      .string()
      .regex(/^(sqlite:.+|memory:)$/, 'is neither sqlite:FILE nor memory: (redis:// is not built yet)'),
    example: 'sqlite:data/footnote.db',
  },
  FETCH_ALLOW_HOSTS: {
    schema: z
      .string()
      .toLowerCase()
      .transform(list)
      .refine(
        (hosts) => hosts.every((host) => allowedHost.test(host)),
        'holds something that is no host or host:port',
      ),
    example: 'wiki.lan,127.0.0.1:8080',
  },
  PROMPTS_DIRECTORY: { schema: z.string(), example: 'prompts' },
  LOG_LEVEL: {
    schema: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'is none of trace, debug, info, warn, error, fatal and silent',
    ),
    example: 'info',
  },
  // Promised to the outside and not built yet: better refused than silently ignored.
  QUEUE_URL: { schema: z.never('is not built yet: leave it unset'), example: '' },
  METRICS_PORT: { schema: z.never('is not built yet: leave it unset'), example: '' },
  METRICS_HOST: { schema: z.never('is not built yet: leave it unset'), example: '' },
} as const satisfies Record<string, Variable>

type Name = keyof typeof VARIABLES
type Values = { [Key in Name]?: z.output<(typeof VARIABLES)[Key]['schema']> }

/** Thrown by `parseConfig`; the message lists every problem, a line each. */
export class ConfigError extends Error {
  readonly problems: readonly string[]

  constructor(problems: readonly string[]) {
    super(['The configuration has problems:', ...problems.map((problem) => `  ${problem}`)].join('\n'))
    this.name = 'ConfigError'
    this.problems = problems
  }
}

/**
 * Reads the environment. An empty variable counts as unset.
 * @throws {ConfigError} naming every variable that cannot be used, with an example of one that can.
 */
export function parseConfig(environment: Readonly<Record<string, string | undefined>>): Config {
  const values: Record<string, unknown> = {}
  const problems: string[] = []
  for (const [name, variable] of Object.entries(VARIABLES)) {
    const raw = environment[name]?.trim()
    if (raw === undefined || raw === '') continue
    const parsed = variable.schema.safeParse(raw)
    if (parsed.success) {
      values[name] = parsed.data
      continue
    }
    const problem = `${name} ${parsed.error.issues[0]?.message ?? 'cannot be used'}.`
    problems.push(variable.example === '' ? problem : `${problem} Example: ${name}=${variable.example}`)
  }
  const set = values as Values
  const hasModel = set.OPENAI_API_KEY !== undefined || set.OPENAI_BASE_URL !== undefined
  if (problems.length > 0) throw new ConfigError(problems)

  return {
    discord: {
      token: set.DISCORD_TOKEN ?? null,
      apiUrl: set.DISCORD_API_URL?.replace(/\/+$/, '') ?? 'https://discord.com/api',
      guildId: set.DISCORD_GUILD_ID ?? null,
      allowedGuilds: set.DISCORD_ALLOWED_GUILDS ?? [],
      autoSummarize: set.AUTO_SUMMARIZE ?? 'everywhere',
    },
    model: hasModel
      ? {
          apiKey: set.OPENAI_API_KEY ?? null,
          baseUrl: set.OPENAI_BASE_URL ?? null,
          name: set.OPENAI_MODEL ?? DEFAULT_MODEL,
          contextTokens: set.OPENAI_CONTEXT_TOKENS ?? (set.OPENAI_BASE_URL === undefined ? 128_000 : 8192),
          maxOutputTokens: set.OPENAI_MAX_OUTPUT_TOKENS ?? 4000,
          dailyCallLimit: set.DAILY_CALL_LIMIT ?? 200,
        }
      : null,
    storageUrl: set.STORAGE_URL ?? `sqlite:data/footnote.db`,
    fetchAllowHosts: set.FETCH_ALLOW_HOSTS ?? [],
    promptsDirectory: set.PROMPTS_DIRECTORY ?? 'prompts',
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

/** Where Footnote itself lives: relative paths in the configuration start here. */
export const CHECKOUT = checkout
