import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { ConfigError, parseConfig } from '../src/config.ts'

/** What the terminal and npm set by themselves: nobody writes these into a `.env`. */
const AMBIENT = new Set(['INIT_CWD', 'NO_COLOR', 'FORCE_HYPERLINK', 'TERM_PROGRAM', 'VTE_VERSION'])

/** What `.env` holds for `docker compose`, which reads it too. */
const OF_COMPOSE = 'COMPOSE_PROFILES'

const namesRead = (): string[] => {
  const names = new Set<string>()
  parseConfig(new Proxy({}, { get: (_target, name) => (names.add(String(name)), undefined) }))
  return [...names].filter((name) => !AMBIENT.has(name)).toSorted()
}

const problemsOf = (environment: Record<string, string>, machine?: string): readonly string[] => {
  try {
    parseConfig(environment, machine === undefined ? {} : { machine })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('.env.example', () => {
  const text = readFileSync(new URL('../.env.example', import.meta.url), 'utf8')
  const listed = [...text.matchAll(/^#?([A-Z][A-Z_]+)=/gm)]
    .map((match) => match[1]!)
    .filter((name) => name !== OF_COMPOSE)

  it('lists exactly what parseConfig reads', () => {
    expect(listed.toSorted()).toEqual(namesRead())
  })

  it('names the same variables as the table of the README', () => {
    const readme = readFileSync(new URL('../README.md', import.meta.url), 'utf8')
    const rows = [...readme.matchAll(/^\| (`[A-Z][A-Z_]+`(?:, `[A-Z][A-Z_]+`)*) \|/gm)]
    const named = rows.flatMap(([, names = '']) => names.replaceAll('`', '').split(', '))
    expect(named.toSorted()).toEqual(namesRead())
  })

  it('passes as it stands, and its commented defaults are the defaults', () => {
    const asShipped = Object.fromEntries(
      [...text.matchAll(/^([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
    )
    const uncommented = Object.fromEntries(
      [...text.matchAll(/^#?([A-Z_]+)=(.*)$/gm)].map((match) => [match[1]!, match[2]!]),
    )
    expect(parseConfig(asShipped)).toEqual(parseConfig({}))
    const { DISCORD_GUILD_ID: _guild, OPENAI_BASE_URL: _server, QUEUE_URL: _queue, ...defaults } = uncommented
    expect(parseConfig(defaults)).toEqual(parseConfig({}))
  })
})

describe('the configuration', () => {
  it('needs nothing, and then uses the built-in engine and a file in the checkout', () => {
    const config = parseConfig({})
    expect(config.model).toBeNull()
    expect(config.storageUrl).toBe('sqlite:data/footnote.db')
    expect(config.discord).toMatchObject({
      token: null,
      apiUrl: 'https://discord.com/api',
      autoSummarize: 'everywhere',
    })
  })

  it('takes a key or an address alone as a model, with the context that fits', () => {
    expect(parseConfig({ OPENAI_API_KEY: 'k' }).model).toMatchObject({
      contextTokens: 128_000,
      baseUrl: null,
      price: null,
      fallback: null,
    })
    const local = parseConfig({ OPENAI_BASE_URL: 'http://localhost:11434/v1', OPENAI_MODEL: 'llama3.1' })
    expect(local.model).toMatchObject({
      contextTokens: 8192,
      apiKey: null,
      name: 'llama3.1',
      maxOutputTokens: 4000,
    })
  })

  it('sends few requests at a time to a machine of one’s own, more elsewhere, and as many as it is told', () => {
    const atOnce = (environment: Record<string, string>) => {
      const { model } = parseConfig({ OPENAI_MODEL: 'm', ...environment })
      return [model?.requestsAtOnce, model?.fallback?.requestsAtOnce]
    }
    const fallback = { OPENAI_FALLBACK_MODEL: 'n', OPENAI_FALLBACK_BASE_URL: 'http://localhost:11434/v1' }
    expect(atOnce({ OPENAI_API_KEY: 'k', ...fallback })).toEqual([8, 2])
    expect(atOnce({ OPENAI_BASE_URL: 'https://openrouter.ai/api/v1' })).toEqual([8, undefined])
    expect(atOnce({ OPENAI_API_KEY: 'k', ...fallback, OPENAI_REQUESTS_AT_ONCE: '4' })).toEqual([4, 4])
  })

  it('knows the price of a model only where it is given', () => {
    const model = (environment: Record<string, string>) =>
      parseConfig({ OPENAI_API_KEY: 'k', ...environment }).model
    expect(model({})?.price).toBeNull()
    expect(model({ OPENAI_PRICES: 'gpt-4o=2.5/1.25/10' })?.price).toBeNull()
    const prices = 'meta/llama-3:8b=0/0/0, gpt-4o-mini = 0.15/0.075/0.60,a=b=1/1/1'
    expect(model({ OPENAI_PRICES: prices })?.price).toEqual({
      input: 150_000,
      cached: 75_000,
      output: 600_000,
    })
    expect(model({ OPENAI_PRICES: prices, OPENAI_MODEL: 'meta/llama-3:8b' })?.price).toEqual({
      input: 0,
      cached: 0,
      output: 0,
    })
    expect(model({ OPENAI_PRICES: prices, OPENAI_MODEL: 'a=b' })?.price?.input).toBe(1_000_000)
  })

  it('has caps as shipped, and those for guilds only where they are set', () => {
    const caps = (environment: Record<string, string>) =>
      parseConfig(environment).caps.map(({ per, period, unit, most }) => `${per} ${period} ${unit} ${most}`)
    const shipped = [
      'all day calls 200',
      'all day nanodollars 1000000000',
      'all month nanodollars 10000000000',
      'all day unpricedTokens 300000',
    ]
    expect(caps({})).toEqual(shipped)
    expect(caps({ GUILD_MONTHLY_BUDGET: '2.50', DAILY_BUDGET: '0.000000001' })).toEqual([
      'all day calls 200',
      'all day nanodollars 1',
      'all month nanodollars 10000000000',
      'all day unpricedTokens 300000',
      'guild month nanodollars 2500000000',
    ])
  })

  it('gives a fallback the first server, or another with its own key and no other', () => {
    const fallback = (environment: Record<string, string>) =>
      parseConfig({ OPENAI_API_KEY: 'secret', ...environment }).model?.fallback
    expect(fallback({})).toBeNull()
    expect(fallback({ OPENAI_FALLBACK_MODEL: 'gpt-4o' })).toMatchObject({
      name: 'gpt-4o',
      baseUrl: null,
      apiKey: 'secret',
      contextTokens: 128_000,
    })
    const local = { OPENAI_FALLBACK_MODEL: 'llama3.1', OPENAI_FALLBACK_BASE_URL: 'http://localhost:11434/v1' }
    expect(fallback(local)).toMatchObject({ apiKey: null, contextTokens: 8192 })
    expect(problemsOf({ OPENAI_FALLBACK_BASE_URL: 'http://localhost:1/v1' })[0]).toMatch(
      /^OPENAI_FALLBACK_MODEL is/,
    )
  })

  it('runs all shards that Discord recommends in one process, or those that it is told', () => {
    const plan = (environment: Record<string, string>, machine = 'box') =>
      parseConfig(environment, { machine }).discord.shards
    expect(plan({})).toEqual({ count: null, ids: null, processes: 1 })
    expect(plan({ DISCORD_SHARDS: '4' })).toEqual({ count: 4, ids: null, processes: 1 })
    expect(plan({ DISCORD_SHARDS: '8', DISCORD_SHARD_IDS: '5,0-2' }).ids).toEqual([0, 1, 2, 5])
    expect(plan({ DISCORD_SHARD_PROCESSES: '2' })).toEqual({ count: null, ids: null, processes: 2 })
  })

  it('takes its shards from the number at the end of the machine’s name', () => {
    const ids = (machine: string, each = '') =>
      parseConfig(
        { DISCORD_SHARDS: '8', DISCORD_SHARD_IDS: 'hostname', DISCORD_SHARDS_EACH: each },
        { machine },
      ).discord.shards.ids
    expect(ids('footnote-3')).toEqual([3])
    expect(ids('footnote-3', '2')).toEqual([6, 7])
    expect(ids('footnote-0.footnote.default.svc', '2')).toEqual([0, 1])
  })

  it.each([
    [
      { DISCORD_SHARD_IDS: '0-3' },
      /^DISCORD_SHARD_IDS needs the number of all shards.*Example: DISCORD_SHARDS=4$/u,
    ],
    [
      { DISCORD_SHARDS: '4', DISCORD_SHARD_IDS: '2-4' },
      /^DISCORD_SHARD_IDS names shard 4, and with DISCORD_SHARDS=4 the last is 3\. Example: DISCORD_SHARDS=5$/u,
    ],
    [
      { DISCORD_SHARDS: '4', DISCORD_SHARD_IDS: 'hostname' },
      /^DISCORD_SHARD_IDS=hostname needs a machine whose name ends in a number.*“box”/u,
    ],
    [
      { DISCORD_SHARDS: '4', DISCORD_SHARDS_EACH: '2' },
      /^DISCORD_SHARDS_EACH .*Example: DISCORD_SHARD_IDS=hostname$/u,
    ],
    [
      { DISCORD_SHARDS: '2', DISCORD_SHARD_PROCESSES: '3' },
      /^DISCORD_SHARD_PROCESSES is 3.* are 2\. Example: DISCORD_SHARD_PROCESSES=2$/u,
    ],
    [
      { STORAGE_URL: 'memory:', DISCORD_SHARD_PROCESSES: '2' },
      /^STORAGE_URL is memory:.*Example: STORAGE_URL=/u,
    ],
    [{ STORAGE_URL: 'memory:', DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '0' }, /^STORAGE_URL is memory:/u],
  ])('refuses what contradicts itself about shards in one sentence: %o', (environment, sentence) => {
    expect(problemsOf(environment, 'box')).toEqual([expect.stringMatching(sentence)])
  })

  it('refuses a machine whose number is beyond the last shard, by its name', () => {
    const environment = { DISCORD_SHARDS: '4', DISCORD_SHARD_IDS: 'hostname', DISCORD_SHARDS_EACH: '2' }
    expect(problemsOf(environment, 'footnote-2')).toEqual([
      expect.stringMatching(/=hostname on “footnote-2” names shard 5.*Example: DISCORD_SHARDS=6$/u),
    ])
  })

  it('one process alone may run all of several shards without a store of its own', () => {
    expect(problemsOf({ STORAGE_URL: 'memory:', DISCORD_SHARDS: '2', DISCORD_SHARD_IDS: '0,1' })).toEqual([])
  })

  it.each(['https://bot.example/about?x=1', 'host@bot.example'])('takes %s as a contact', (contact) => {
    expect(parseConfig({ FETCH_CONTACT: contact }).fetchContact).toBe(contact)
  })

  it('counts an empty variable as unset', () => {
    expect(parseConfig({ DISCORD_TOKEN: '', OPENAI_API_KEY: ' ' })).toEqual(parseConfig({}))
  })

  it('reports every problem at once, each with its name and an example', () => {
    const problems = problemsOf({
      AUTO_SUMMARIZE: 'yes',
      OPENAI_CONTEXT_TOKENS: 'lots',
      DISCORD_GUILD_ID: 'mine',
    })
    expect(problems).toHaveLength(3)
    for (const problem of problems) expect(problem).toMatch(/^[A-Z_]+ .*Example: [A-Z_]+=\S+/)
  })

  it.each([
    ['DISCORD_API_URL', 'ftp://discord.example'],
    ['OPENAI_BASE_URL', 'localhost:11434'],
    ['OPENAI_MAX_OUTPUT_TOKENS', '0'],
    ['DAILY_CALL_LIMIT', '-1'],
    ['DAILY_BUDGET', '1,50'],
    ['MONTHLY_BUDGET', '1000000000'],
    ['OPENAI_PRICES', 'gpt-4o-mini=0.15/0.60'],
    ['OPENAI_PRICES', 'gpt-4o-mini'],
    ['GUILD_QUEUE_LENGTH', 'long'],
    ['REQUESTS_AT_ONCE', '0'],
    ['STORAGE_URL', 'redis:localhost'],
    ['STORAGE_URL', 'redis://localhost/footnote'],
    ['STORAGE_URL', 'oracle://localhost'],
    ['FETCH_ALLOW_HOSTS', 'http://wiki.lan'],
    ['FETCH_CONTACT', 'ask me)'],
    ['FETCH_CONTACT', 'https://bot.example/a(b)'],
    ['FETCH_CONTACT', `https://bot.example/${'a'.repeat(200)}`],
    ['DISCORD_ALLOWED_GUILDS', '123456789012345678,mine'],
    ['LOG_LEVEL', 'loud'],
    ['AUTO_SUMMARIZE', 'yes'],
    ['DISCORD_SHARDS', 'many'],
    ['DISCORD_SHARDS', '0'],
    ['DISCORD_SHARD_IDS', '2-1'],
    ['DISCORD_SHARDS_EACH', 'two'],
    ['DISCORD_SHARD_PROCESSES', '0'],
    ['QUEUE_URL', 'http://localhost'],
    ['METRICS_PORT', '70000'],
    ['METRICS_PORT', 'on'],
    ['METRICS_HOST', 'my host'],
  ])('refuses %s=%s', (name, value) => {
    expect(problemsOf({ [name]: value })[0]).toMatch(new RegExp(`^${name} (?:is|holds|must) `))
  })

  it('has no queue beside a store that is gone with its process', () => {
    const problems = problemsOf({ QUEUE_URL: 'redis://localhost', STORAGE_URL: 'memory:' })
    expect(problems.join()).toMatch(/^STORAGE_URL is memory: beside QUEUE_URL.*Example: STORAGE_URL=redis:/u)
  })

  it('shares where there is a server to share on: that of the store, else that of the queue', () => {
    const urlsOf = (set: Record<string, string>) => {
      const { sharingUrl, queueUrl, line } = parseConfig(set)
      return [sharingUrl, queueUrl, line.atOnce]
    }
    expect(urlsOf({})).toEqual([null, null, 8])
    expect(urlsOf({ QUEUE_URL: 'redis://q' })).toEqual(['redis://q', 'redis://q', 500])
    expect(urlsOf({ STORAGE_URL: 'redis://s' })).toEqual(['redis://s', null, 8])
    expect(urlsOf({ STORAGE_URL: 'redis://s', QUEUE_URL: 'redis://q' })).toEqual([
      'redis://s',
      'redis://q',
      500,
    ])
    expect(urlsOf({ QUEUE_URL: 'redis://q', REQUESTS_AT_ONCE: '3' })[2]).toBe(3)
  })

  it('never repeats a key or a token in a problem', () => {
    expect(problemsOf({ DISCORD_TOKEN: 'secret token' }).join()).not.toContain('secret')
  })
})
