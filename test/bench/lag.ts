import { type ChildProcess, fork } from 'node:child_process'
import { setTimeout as sleep } from 'node:timers/promises'
import { fileURLToPath } from 'node:url'
import { articlePage, HARBOUR_PARAGRAPHS } from '../e2e/pages.ts'
import { honestModel } from '../support/honest-model.ts'
import { hostileDocuments } from '../support/hostile-documents/all.ts'
import { type LoopbackDiscord, startLoopbackDiscord } from '../support/loopback-discord/start.ts'
import { startLoopbackModel } from '../support/loopback-model.ts'
import { type LoopbackRoute, startLoopbackWeb } from '../support/loopback-web.ts'
import type { Lag, LagRequest } from './lag-process.ts'

const PROCESS = fileURLToPath(new URL('lag-process.ts', import.meta.url))
const LINKS = 50
const GUILDS = 5
const CHANNELS_A_GUILD = 2
const GIVEN_UP = 180_000
/** What came before the links, a login above all, is over then. */
const CALM = 1500

/** The worst of the table, each of another kind. */
const HOSTILE = [
  'an honest page of 4 MB',
  '<div> nested 250 deep around an article',
  'entities in running text',
  'selectors by the thousand for 9,000 elements',
  'quoted words, on one line',
  'dashes and letters, on one line',
  'combining marks out of order, on one line',
  'a million lines of a letter',
  'PDF: forms that draw each other, doubling',
  'PDF: 500 pages that share a heavy content',
]

/**
 * Fifty links at once, from many hosts, in many channels, half of them as commands, ten of them hostile: how late the
 * bot's event loop comes round, and how long people wait for a sign that they were heard. An idle bot beside it shows
 * what of that is the machine's.
 */
export async function benchLag(): Promise<void> {
  await benchWith('built-in engine', {})
  const model = await startLoopbackModel(honestModel())
  await benchWith('loopback model', {
    OPENAI_BASE_URL: model.baseUrl,
    OPENAI_MODEL: 'loopback',
    OPENAI_PRICES: 'loopback=0/0/0',
    DAILY_CALL_LIMIT: '100000',
  })
  await model.close()
}

async function benchWith(engine: string, environment: Readonly<Record<string, string>>): Promise<void> {
  const web = await startLoopbackWeb(await routes())
  const [discord, quiet] = await Promise.all([startLoopbackDiscord(), startLoopbackDiscord()])
  const places = Array.from({ length: GUILDS }, (_, n) => discord.guild(`circle ${n}`)).flatMap((guild) => [
    guild.general,
    ...Array.from({ length: CHANNELS_A_GUILD - 1 }, (_, n) => discord.channel(`room ${n}`, { guild })),
  ])
  const people = Array.from({ length: LINKS }, (_, n) => discord.person(`person ${n}`))
  const [bot, idle] = await Promise.all([
    startBot(discord, environment, web.port),
    startBot(quiet, {}, web.port),
  ])
  try {
    await sleep(CALM)
    tell(bot, { say: 'begin' })
    tell(idle, { say: 'begin' })
    const started = performance.now()
    const commands: ReturnType<(typeof people)[number]['slash']>[] = []
    const ids = people.map((person, n) => {
      const channel = places[n % places.length]!
      if (n % 2 === 0) return person.post(channel, addressOf(n)).id
      const command = person.slash(channel, 'summarize', { url: addressOf(n) })
      commands.push(command)
      return command.id
    })
    const lag = await hear(bot, { say: 'wait', ids, milliseconds: GIVEN_UP })
    const took = performance.now() - started
    const control = await hear(idle, { say: 'wait', ids: [], milliseconds: 0 })
    print(engine, { lag, control, took, waited: commands.map((each) => each.acknowledgedAfter ?? Infinity) })
  } finally {
    for (const child of [bot, idle]) {
      tell(child, { say: 'stop' })
      await new Promise((resolve) => void child.once('exit', resolve))
    }
    await Promise.all([discord.close(), quiet.close(), web.close()])
  }
}

const hostOf = (n: number): string => `site-${n}.example`
const addressOf = (n: number): string => `http://${hostOf(n)}/story`
/** Every fifth link is hostile, commands and posts alike. */
const hostileAt = (n: number): string | undefined => (n % 5 === 0 ? HOSTILE[n / 5] : undefined)

async function routes(): Promise<Record<string, LoopbackRoute>> {
  const all = hostileDocuments()
  const found: Record<string, LoopbackRoute> = {}
  for (let n = 0; n < LINKS; n += 1) {
    const name = hostileAt(n)
    const document = all.find((each) => each.name === name)
    if (name !== undefined && document === undefined) throw new Error(`There is no document “${name}”`)
    const own = `Report ${n} of this day was written by hand in the harbour office of Brennholm on a grey morning.`
    found[`${hostOf(n)}/story`] =
      document === undefined
        ? articlePage(`Report ${n} from the harbour`, [own, ...HARBOUR_PARAGRAPHS])
        : { headers: { 'content-type': document.contentType }, body: await document.bytes() }
  }
  return found
}

async function startBot(
  discord: LoopbackDiscord,
  environment: Readonly<Record<string, string>>,
  webPort: number,
): Promise<ChildProcess> {
  const own = {
    DISCORD_TOKEN: discord.token,
    DISCORD_API_URL: discord.apiUrl,
    COOLDOWN_SECONDS: '0',
    ...environment,
  }
  const child = fork(PROCESS, [JSON.stringify(own), String(webPort)])
  await new Promise((resolve, reject) => child.once('message', resolve).once('error', reject))
  return child
}

const tell = (child: ChildProcess, request: LagRequest): boolean => child.send(request)

function hear(child: ChildProcess, request: LagRequest): Promise<Lag> {
  return new Promise((resolve, reject) => {
    child.once('message', (lag: Lag) => resolve(lag))
    child.once('exit', () => reject(new Error('The bot is gone')))
    tell(child, request)
  })
}

interface Outcome {
  readonly lag: Lag
  readonly control: Lag
  readonly took: number
  readonly waited: readonly number[]
}

function print(engine: string, { lag, control, took, waited }: Outcome): void {
  const sorted = waited.toSorted((one, other) => one - other)
  const at = (share: number): number =>
    sorted[Math.min(sorted.length - 1, Math.floor(share * sorted.length))] ?? 0
  const say = (line: string): void => console.log(`lag        ${engine}: ${line}`)
  say(
    `loop of the bot p50 ${ms(lag.median)}, p99 ${ms(lag.late)}, max ${ms(lag.most)}; longest stretch on the processor ${ms(lag.stretch)}`,
  )
  say(
    `loop of an idle bot p50 ${ms(control.median)}, p99 ${ms(control.late)}, max ${ms(control.most)}; ratio of the p99 ${(lag.late / Math.max(1, control.late)).toFixed(1)}`,
  )
  say(
    `${sorted.length} acknowledgements p50 ${ms(at(0.5))}, p99 ${ms(at(0.99))}, max ${ms(sorted.at(-1) ?? 0)}`,
  )
  say(`${LINKS} links done after ${(took / 1000).toFixed(1)} s, ${lag.undone} not done`)
  for (let n = 0; n < LINKS; n += 1) {
    const name = hostileAt(n)
    if (name !== undefined) say(`  ${(lag.ends[addressOf(n)] ?? 'not read').padEnd(17)} ${name}`)
  }
}

const ms = (milliseconds: number): string => `${milliseconds.toFixed(1)} ms`
