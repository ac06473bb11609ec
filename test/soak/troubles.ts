import type { Dice } from '../support/dice.ts'
import type { LoopbackDiscord } from '../support/loopback-discord/start.ts'
import type { Behaviour, ModelCall } from '../support/loopback-model.ts'
import type { LoopbackRoute } from '../support/loopback-web.ts'
import { CAPTCHA_PAGE, HOSTILE_PAGE, SHOP_PAGE } from '../e2e/pages.ts'
import { HOSTILE_PAGES } from '../e2e/hostile-pages.ts'

// All that goes wrong around the bot, by name, so that it can be counted.

type Trouble<What> = readonly [name: string, what: What]

const ANY_WRITE = /^(?:POST|PATCH|DELETE) \/channels\//u
const ANYTHING = /^(?:GET|POST|PATCH|DELETE) /u
const MESSAGES = /^POST \/channels\/\d+\/messages$/u

/** On Discord's side: REST. */
const LIMITS: readonly Trouble<(discord: LoopbackDiscord, dice: Dice) => void>[] = [
  ['429 on a route', (discord, dice) => discord.rateLimit(MESSAGES, { retryAfter: 0.2 + dice.next() * 0.5 })],
  ['429 for everything', (discord) => discord.rateLimit(ANY_WRITE, { retryAfter: 0.4, global: true })],
]

const REST_TROUBLES: readonly Trouble<(discord: LoopbackDiscord, dice: Dice) => void>[] = [
  ['500 before the effect', (discord) => discord.fail(ANY_WRITE, { status: 500 })],
  ['502 after the effect', (discord) => discord.fail(ANY_WRITE, { status: 502, after: true })],
  ['503 on anything', (discord) => discord.fail(ANYTHING, { status: 503 })],
  ['a lost answer', (discord) => discord.loseAnswer(ANY_WRITE)],
  ['a cut connection', (discord) => discord.cut(ANY_WRITE)],
  ['a slow answer', (discord, dice) => discord.delay(ANYTHING, dice.below(600))],
]

/** On Discord's side: the gateway. What is sent while a session is over for good is heard by no bot. */
const GATEWAY_TROUBLES: readonly Trouble<(discord: LoopbackDiscord) => void>[] = [
  ['gateway cut', (discord) => discord.dropGateway()],
  ['gateway closed (4000)', (discord) => discord.closeGateway(4000)],
  ['asked to reconnect', (discord) => discord.askToReconnect()],
  ['session invalid, resumable', (discord) => discord.invalidateSession({ resumable: true })],
  ['heartbeat asked for', (discord) => discord.askForHeartbeat()],
]

const say = (text: string, rest: object = {}): Behaviour => ({ kind: 'reply', text, ...rest })

const INVENTED = JSON.stringify({
  claims: [
    {
      text: 'The mayor of Brennholm resigned on Monday over 90 million crowns.',
      passage: 'P1',
      quote: 'The mayor resigned on Monday',
      speaker: 'Ingrid Falkum',
    },
  ],
})

const MODEL_TROUBLES: readonly Trouble<(call: ModelCall, honest: Behaviour) => Behaviour>[] = [
  ['model: 429', () => ({ kind: 'status', status: 429, headers: { 'retry-after': '1' } })],
  ['model: 500', () => ({ kind: 'status', status: 500 })],
  ['model: 503', () => ({ kind: 'status', status: 503 })],
  ['model: connection reset', () => ({ kind: 'reset' })],
  ['model: cut in mid-stream', () => ({ kind: 'cut', text: '{"claims":[{"te' })],
  ['model: refuses', () => ({ kind: 'refusal', text: 'I cannot help with that.' })],
  ['model: says nothing of use', () => say('I am a teapot.')],
  ['model: lies', () => say(INVENTED)],
  ['model: no usage', (_, honest) => ({ ...honest, promptTokens: null }) as Behaviour],
  ['model: says it read less', (_, honest) => ({ ...honest, promptTokens: 90 }) as Behaviour],
  ['model: web page', () => ({ kind: 'html' })],
  [
    'model: slow',
    (_, honest) =>
      honest.kind === 'reply' ? { kind: 'slow', text: honest.text, every: 300, beats: 5 } : honest,
  ],
]

const WEB_TROUBLES: readonly Trouble<LoopbackRoute>[] = [
  ['web: 404', (_, response) => response.writeHead(404).end('Not here.')],
  ['web: 500', (_, response) => response.writeHead(500).end('Sorry.')],
  ['web: captcha', CAPTCHA_PAGE],
  ['web: no article', SHOP_PAGE],
  ['web: hostile page', HOSTILE_PAGE],
  ['web: gives orders', HOSTILE_PAGES['plain']?.[0] ?? ''],
  ['web: connection reset', { raw: (socket) => socket.resetAndDestroy() }],
  ['web: never ends its headers', { raw: (socket) => void socket.write('HTTP/1.1 200 OK\r\nx: ') }],
  [
    'web: drips',
    (_, response) => {
      response.writeHead(200, { 'content-type': 'text/html' })
      const drip = setInterval(() => response.write('<p>drip</p>'), 400)
      response.on('close', () => clearInterval(drip))
    },
  ],
  [
    'web: elements without end',
    (_, response) => response.writeHead(200, { 'content-type': 'text/html' }).end('<div>'.repeat(200_000)),
  ],
]

export interface Troubles {
  /** How often each came. */
  readonly counts: ReadonlyMap<string, number>
  /** Nothing goes wrong any more. */
  end(): void
  readonly lie: (call: ModelCall, honest: Behaviour) => Behaviour | null
  readonly spoil: () => LoopbackRoute | null
  /** One more on Discord's side. */
  strikeDiscord(discord: LoopbackDiscord): void
  /** Whether Discord may have told the bot to wait, and the bot still waits. */
  isLimiting(): boolean
  limitAgainAfter(milliseconds: number): void
  /** Whether the bot may be taking its session up again. */
  isResuming(): boolean
}

/** Shares of the model's replies and of the web's pages that are troubled. */
const SHARE = 0.2
/** A session is taken up again within so many milliseconds. */
const RESUMED_IN = 3000
/** A limit is met by the next request of its kind, and over before so many milliseconds more. */
const LIMIT_IN_MIND = 3000

export function createTroubles(dice: Dice): Troubles {
  const counts = new Map<string, number>()
  let isOver = false
  let limitedAt = 0
  let gatewayAt = 0
  let limitedAgain = 0
  const some = <What>(list: readonly Trouble<What>[]): What => {
    const [name, what] = dice.pick(list)
    counts.set(name, (counts.get(name) ?? 0) + 1)
    return what
  }
  const isStruck = (): boolean => !isOver && dice.chance(SHARE)
  return {
    counts,
    end: () => {
      isOver = true
    },
    lie: (call, honest) => (isStruck() ? some(MODEL_TROUBLES)(call, honest) : null),
    spoil: () => (isStruck() ? some(WEB_TROUBLES) : null),
    isResuming: () => Date.now() - gatewayAt < RESUMED_IN,
    isLimiting: () => Date.now() - limitedAt < LIMIT_IN_MIND,
    limitAgainAfter: (milliseconds) => {
      limitedAgain = Date.now() + milliseconds
    },
    strikeDiscord: (discord) => {
      if (dice.chance(0.15)) {
        gatewayAt = Date.now()
        some(GATEWAY_TROUBLES)(discord)
      } else if (dice.chance(0.2) && Date.now() > limitedAgain) {
        limitedAt = Date.now()
        some(LIMITS)(discord, dice)
      } else some(REST_TROUBLES)(discord, dice)
    },
  }
}
