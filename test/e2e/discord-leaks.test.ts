import { readdirSync, readFileSync } from 'node:fs'
import { DatabaseSync } from 'node:sqlite'
import { fileURLToPath } from 'node:url'
import { expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import type { Behaviour, ModelCall } from '../support/loopback-model.ts'
import { startFootnote } from '../support/run-footnote.ts'
import { cardIn, openScene, said, threadOf, told } from './open-scene.ts'
import { articlePage, CAPTCHA_PAGE, HARBOUR_PARAGRAPHS } from './pages.ts'

// The program itself, at its most talkative, on a day on which everything fails that can, and on which every failure quotes
// what it got. Names, words, files, keys and secrets of addresses all hold this.
const MARK = 'zqx'
const KEY = `sk-${MARK}4711key`
const SECRET = `${MARK}4711secret`
/** Ids of people, channels and messages; tokens of interactions and of the bot hold one. */
const ID = /\d{17,20}/u

const CHECKOUT = fileURLToPath(new URL('../..', import.meta.url))
const THROWING = fileURLToPath(new URL('../support/throw-when-told.mjs', import.meta.url))

/** Everything in the source that may be the name of an event. */
const EVENTS = new Set(
  readdirSync(`${CHECKOUT}src`, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts'))
    .flatMap((name) => readFileSync(`${CHECKOUT}src/${name}`, 'utf8').match(/'[a-z]+(?:-[a-z]+)*'/gu) ?? [])
    .map((quoted) => quoted.slice(1, -1)),
)

const page = articlePage(
  `The ${MARK} harbour`,
  HARBOUR_PARAGRAPHS.map((paragraph) => `At the ${MARK} they say so. ${paragraph}`),
)

/** Says no, and quotes all that it got: prompt, key, headers. */
const quoting =
  (status: number) =>
  ({ body, headers }: ModelCall): Behaviour => {
    const quoted = `${MARK} ${JSON.stringify(headers)} ${JSON.stringify(body).slice(0, 2000)}`
    const error = { message: quoted, code: KEY, param: quoted.slice(0, 50), type: `${KEY} ${MARK}` }
    return { kind: 'status', status, body: { error }, headers: { 'x-request-id': `${MARK}-request` } }
  }

it(
  'no line of the log and nothing that is sent to Discord holds what is not theirs, whatever fails and whoever quotes what it got',
  { timeout: 90_000 },
  async () => {
    const scene = await openScene({
      pages: {
        '/harbour': page,
        '/second': page.replaceAll('harbour', 'quay'),
        '/third': page.replaceAll('harbour', 'pier'),
        '/wall': CAPTCHA_PAGE.replaceAll('human', MARK),
        '/down': { status: 500, body: `<p>${MARK} cannot show ${SECRET}` },
        '/away': { status: 302, headers: { location: `http://10.0.0.1/${MARK}?token=${SECRET}` } },
        '/reset': { raw: (socket) => socket.destroy() },
      },
      environment: {
        OPENAI_API_KEY: KEY,
        PERSON_SUMMARIES_PER_HOUR: '100',
        DAILY_CALL_LIMIT: '24',
        GUILD_DAILY_TOKEN_LIMIT: '90000',
        LOG_LEVEL: 'trace',
      },
    })
    const { discord, model, web } = scene
    const address = `127.0.0.1:${web.port}`
    const url = (path: string): string => `http://${address}/${path}?token=${SECRET}`
    const { child, done, saw } = startFootnote(['start'], {
      environment: {
        ...scene.environment,
        FETCH_ALLOW_HOSTS: address,
        NODE_OPTIONS: `--import=${THROWING}`,
        THROW_WHEN_TOLD: `throw ${MARK}`,
      },
    })
    await discord.untilConnected()
    await saw('discord-ready')
    const guild = discord.guild(`guild-${MARK}`)
    const channel = discord.channel(`channel-${MARK}`, { guild })
    const mira = discord.person(`mira-${MARK}`, { nick: `nick-${MARK}` })
    const summarize = (path: string, more: object = {}) =>
      mira.slash(channel, 'summarize', { url: url(path), ...more })

    // A day on which all goes well.
    const post = mira.post(channel, `Look, ${MARK}: ${url('harbour')}`)
    const thread = await threadOf(scene, post)
    const card = await cardIn(scene, thread)
    mira.post(thread, `How many passengers were on board of the ${MARK}?`)
    await said(scene, thread, /214 passengers/u)
    await told(scene, mira.press(card, 'Sources'), /words behind each point/u)
    const file = { name: `${MARK}.md`, text: HARBOUR_PARAGRAPHS.join('\n\n'), type: 'text/markdown' }
    const form = mira.slash(channel, 'summarize')
    await discord.form(form)
    await told(scene, mira.submit(form, { file: [file] }), /Done/u)
    await cardIn(scene, discord.channelOf(mira.whisper(url('harbour'))))

    // Sites that fail.
    for (const path of ['wall', 'down', 'away', 'reset', 'gone'])
      await told(scene, summarize(path), /· [0-9a-f]{6}$/mu)
    await told(
      scene,
      mira.slash(channel, 'summarize', { url: `http://${MARK}:${SECRET}@${address}/` }),
      /link-refused/u,
    )
    const broken = { name: `${MARK}.pdf`, text: `%PDF-1.7 ${MARK}`, type: 'application/pdf' }
    const second = mira.slash(channel, 'summarize')
    await discord.form(second)
    await told(scene, mira.submit(second, { file: [broken] }), /· [0-9a-f]{6}$/mu)

    // A model that fails.
    for (const status of [401, 400, 404]) {
      model.setBehaviour(quoting(status))
      await told(scene, summarize('second'), /· [0-9a-f]{6}$/mu)
    }
    model.setBehaviour({ kind: 'stream-error', error: { message: `${MARK} ${KEY}`, code: KEY } })
    await told(scene, summarize('second'), /· [0-9a-f]{6}$/mu)
    model.setBehaviour({ kind: 'reply', text: `{"claims":[{"text":"${MARK}"` })
    await told(scene, summarize('second'), /· [0-9a-f]{6}$/mu)
    model.setBehaviour(honestModel())

    // A Discord that fails.
    const quotes = { status: 400, code: 50_035, quotes: true }
    discord.fail(/^POST \/channels\/\d+\/messages$/u, quotes)
    await told(scene, summarize('second'), /· [0-9a-f]{6}$/mu)
    discord.fail(/^POST \/channels\/\d+\/messages\/\d+\/threads$/u, { ...quotes, status: 403, code: 50_013 })
    await told(scene, summarize('second'), /Done|· [0-9a-f]{6}$/mu)
    discord.fail(/^POST \/interactions\/.*\/callback$/u, { ...quotes, times: 2 })
    mira.press(card, 'Sources')
    await saw('"event":"interaction-not-handled"')
    discord.fail(/^PATCH \/webhooks\//u, { ...quotes, times: 2 })
    summarize('third')
    await saw('"event":"failure-not-shown"')
    discord.fail(/^POST \/channels\/\d+\/typing$/u, quotes)
    discord.fail(/^DELETE \/channels\/\d+\/messages\/\d+$/u, quotes)
    mira.delete(post)
    discord.dropGateway()
    discord.invalidateSession({ resumable: false })
    await discord.untilConnected()

    // A store that fails.
    const database = new DatabaseSync((scene.environment['STORAGE_URL'] ?? '').replace(/^sqlite:/u, ''))
    database.exec('ALTER TABLE conversations RENAME TO conversations_gone')
    database.close()
    await told(scene, summarize('third'), /storage-unavailable/u)

    // And an error that nobody catches.
    child.kill('SIGUSR2')
    const { status, stdout, stderr } = await done
    expect([status, stdout]).toEqual([1, ''])
    const lines = stderr.split('\n').filter((line) => line !== '')
    expect(lines.length).toBeGreaterThan(20)
    for (const line of lines) {
      const {
        event,
        guild: guildId,
        invite: _invite,
        ...values
      } = JSON.parse(line) as Record<string, unknown>
      expect([event, EVENTS.has(String(event))]).toEqual([event, true])
      // Whose budget it was, and nothing else.
      if (guildId !== undefined && guildId !== null) expect(event).toBe('budget-reached')
      expect([line, MARK, ID.test(JSON.stringify(values))]).toEqual([line, MARK, false])
      expect(line.toLowerCase()).not.toContain(MARK)
      expect(line).not.toContain(discord.token)
    }
    const events = new Set(lines.map((line) => String((JSON.parse(line) as { event: unknown }).event)))
    for (const expected of ['discord-ready', 'task-failed', 'budget-reached', 'thread-refused', 'crashed'])
      expect([...events]).toContain(expected)

    const sent = discord.requests.map(({ body }) => JSON.stringify(body))
    expect(sent.length).toBeGreaterThan(50)
    const notTheirs = [
      KEY,
      SECRET,
      discord.token,
      'token-',
      CHECKOUT,
      'node_modules',
      '.ts:',
      'Error: ',
      'SQLITE',
      '10.0.0.1',
    ]
    for (const words of notTheirs)
      expect([words, sent.filter((body) => body.includes(words))]).toEqual([words, []])
    // Discord was asked for what it refused on purpose.
    discord.violations.splice(0)
  },
)
