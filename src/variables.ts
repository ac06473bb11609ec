import { z } from 'zod'
import type { CapName } from './app/caps.ts'
import { parseShards } from './app/shards.ts'
import { type Price, pricePerMillion, toNanodollars } from './core/price.ts'

// Every environment variable: what it may hold. What it means stands in the README's table, its default in config.ts.

/** What a variable may hold. `example` is a value that passes. */
interface Variable {
  readonly schema: z.ZodType
  readonly example: string
}

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
const count = z
  .string()
  .regex(/^\d{1,9}$/, 'is not a whole number')
  .transform(Number)
const dollars = z
  .string()
  // A budget of millions is a slip of the finger, and would not fit in whole nanodollars.
  .regex(/^\d{1,6}(?:\.\d{1,9})?$/, 'is not a sum in US dollars, below a million')
  .transform((value) => toNanodollars(Number(value)))
const aPrice = '\\d{1,4}(?:\\.\\d{1,6})?'
const priceOfModel = new RegExp(`^(.+)=\\s*(${aPrice})/(${aPrice})/(${aPrice})$`)
/** With user and password, port and the number of a database where there are any. */
const isRedisAddress = (value: string): boolean =>
  /^rediss?:\/\/[^/\s]+(?:\/\d*)?(?:\?\S*)?$/.test(value) && URL.canParse(value)
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
  DISCORD_SHARDS: {
    schema: z.union([z.literal('auto'), wholeNumber], 'is neither auto nor a whole number above 0'),
    example: 'auto',
  },
  DISCORD_SHARD_IDS: {
    schema: z.string().transform((value, context): 'hostname' | readonly number[] => {
      if (value === 'hostname') return value
      const ids = parseShards(value)
      if (ids !== null) return ids
      const message = 'is neither hostname nor numbers of shards, counted from 0'
      context.issues.push({ code: 'custom', message, input: value })
      return []
    }),
    example: '0-3',
  },
  DISCORD_SHARDS_EACH: { schema: wholeNumber, example: '2' },
  DISCORD_SHARD_PROCESSES: { schema: wholeNumber, example: '2' },
  AUTO_SUMMARIZE: {
    schema: z.enum(['everywhere', 'chosen', 'off'], 'is none of everywhere, chosen and off'),
    example: 'everywhere',
  },
  OPENAI_API_KEY: { schema: z.string().regex(/^\S+$/, 'has white space in it'), example: 'sk-…' },
  OPENAI_BASE_URL: { schema: httpUrl, example: 'http://localhost:11434/v1' },
  OPENAI_MODEL: { schema: z.string(), example: 'gpt-4o-mini' },
  OPENAI_CONTEXT_TOKENS: { schema: wholeNumber, example: '128000' },
  OPENAI_MAX_OUTPUT_TOKENS: { schema: wholeNumber, example: '4000' },
  OPENAI_REQUESTS_AT_ONCE: { schema: wholeNumber, example: '8' },
  OPENAI_PRICES: {
    schema: z.string().transform((value, context): ReadonlyMap<string, Price> => {
      const prices = new Map<string, Price>()
      for (const item of list(value)) {
        const [, model, ...dollarsOf] = priceOfModel.exec(item) ?? []
        if (model === undefined) {
          const message =
            'is not a list of MODEL=INPUT/CACHED/OUTPUT, in US dollars for a million tokens each'
          context.issues.push({ code: 'custom', message, input: value })
          return prices
        }
        const [input = 0, cached = 0, output = 0] = dollarsOf.map(Number).map(pricePerMillion)
        prices.set(model.trim(), { input, cached, output })
      }
      return prices
    }),
    example: 'gpt-4o-mini=0.15/0.075/0.60,llama3.1=0/0/0',
  },
  OPENAI_FALLBACK_MODEL: { schema: z.string(), example: 'llama3.1' },
  OPENAI_FALLBACK_BASE_URL: { schema: httpUrl, example: 'http://localhost:11434/v1' },
  OPENAI_FALLBACK_API_KEY: { schema: z.string().regex(/^\S+$/, 'has white space in it'), example: 'sk-…' },
  OPENAI_FALLBACK_CONTEXT_TOKENS: { schema: wholeNumber, example: '8192' },
  DAILY_CALL_LIMIT: { schema: count, example: '200' },
  DAILY_BUDGET: { schema: dollars, example: '1' },
  MONTHLY_BUDGET: { schema: dollars, example: '10' },
  DAILY_TOKEN_LIMIT: { schema: count, example: '300000' },
  GUILD_DAILY_BUDGET: { schema: dollars, example: '0.25' },
  GUILD_MONTHLY_BUDGET: { schema: dollars, example: '2.50' },
  GUILD_DAILY_TOKEN_LIMIT: { schema: count, example: '100000' },
  GUILD_SUMMARIES_PER_DAY: { schema: count, example: '100' },
  PERSON_SUMMARIES_PER_HOUR: { schema: count, example: '10' },
  PERSON_QUESTIONS_PER_HOUR: { schema: count, example: '60' },
  COOLDOWN_SECONDS: { schema: count, example: '15' },
  REQUESTS_AT_ONCE: { schema: wholeNumber, example: '8' },
  GUILD_REQUESTS_AT_ONCE: { schema: wholeNumber, example: '2' },
  GUILD_QUEUE_LENGTH: { schema: count, example: '10' },
  STORAGE_URL: {
    schema: z
      .string()
      .refine(
        (url) => /^(?:sqlite:.+|memory:)$/.test(url) || isRedisAddress(url),
        'is none of sqlite:FILE, memory:, redis://HOST:6379/0 and rediss://HOST:6379/0',
      ),
    example: 'sqlite:data/footnote.db',
  },
  RETENTION_DAYS: { schema: wholeNumber, example: '30' },
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
  FETCH_CONTACT: {
    schema: z
      .string()
      .max(200, 'is longer than 200 characters')
      .regex(
        /^(?:https?:\/\/[!-'*-~]+|[\w.+-]+@[\w-]+(?:\.[\w-]+)+)$/,
        'is neither an http(s) address nor a mail address',
      ),
    example: 'https://example.org/our-bot',
  },
  PROMPTS_DIRECTORY: { schema: z.string(), example: 'prompts' },
  LOG_LEVEL: {
    schema: z.enum(
      ['trace', 'debug', 'info', 'warn', 'error', 'fatal', 'silent'],
      'is none of trace, debug, info, warn, error, fatal and silent',
    ),
    example: 'info',
  },
  METRICS_PORT: {
    schema: wholeNumber.refine((port) => port <= 65_535, 'is no port: those go to 65535'),
    example: '9464',
  },
  METRICS_HOST: {
    schema: z.string().regex(/^[\w.:-]+$/, 'is no address of this machine'),
    example: '127.0.0.1',
  },
  QUEUE_URL: {
    schema: z.string().regex(/^rediss?:\/\/\S+$/, 'is no address of a Redis'),
    example: 'redis://127.0.0.1:6379',
  },
  WORKER_JOBS_AT_ONCE: { schema: wholeNumber, example: '4' },
} as const satisfies Record<string, Variable> & Record<CapName, Variable>

type Name = keyof typeof VARIABLES
/** What was set, parsed. */
export type Values = { [Key in Name]?: z.output<(typeof VARIABLES)[Key]['schema']> }
