import { existsSync, readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { runFootnote } from '../support/run-footnote.ts'
import { cardIn, everythingSaid, openScene, said, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// What opens a page to whoever has the address is used to open it, and stands nowhere afterwards.

const KEY = 'q8Rt2mZp0XvB7nLk4JhY6wDs1AeU9cGf'
const JWT = 'eyJhbGciOiJIUzI1NiJ9.eyJzdWIiOiJyb3dhbiJ9.c2lnbmF0dXJl'
const HEX = '9f86d081884c7d659a2feaa0c55ad015'

/** What stands behind `http://host`, and what of it must stand nowhere else. */
const KINDS: readonly (readonly [string, string])[] = [
  ['/a?token=kestrel4711', 'kestrel4711'],
  [`/a?X-Amz-Signature=${HEX}&X-Amz-Credential=kestrel4711`, HEX],
  ['/a?sv=2024&sig=kestrel%2B4711&se=2026', 'kestrel%2B4711'],
  ['/a?PHPSESSID=kestrel4711', 'kestrel4711'],
  ['/a;jsessionid=KESTREL4711', 'KESTREL4711'],
  ['/a?unlocked_article_code=1.kestrel', '1.kestrel'],
  ['/a?email=kestrel%40mail.example', 'kestrel%40'],
  ['/a#access_token=kestrel4711', 'kestrel4711'],
  [`/reset-password/${KEY}`, KEY],
  [`/read/${JWT}/a`, 'eyJzdWIi'],
  [`/a?next=%2Fb%3Ftoken%3Dkestrel4711`, 'kestrel4711'],
  [`/document/d/${KEY}/edit?resourcekey=0-kestrel4711`, KEY],
  ['/scl/fi/kestrel4711file/a.html?rlkey=kestrel4711', 'kestrel4711'],
]
const HOSTS: Readonly<Record<string, string>> = { '/document': 'docs.google.com', '/scl': 'www.dropbox.com' }

const addresses = KINDS.map(([path, secret], n) => {
  const host = HOSTS[/^\/\w+/u.exec(path)?.[0] ?? ''] ?? `news-${n}.example`
  return { url: `http://${host}${path}`, key: `${host}${path.split(/[?#]/u, 1)[0] ?? ''}`, secret, n }
})
const pages = Object.fromEntries(
  addresses.map(({ key, n }) => [
    key,
    articlePage(`Report ${n} from the harbour`, [
      `Report ${n} was written in the harbour office of Brennholm.`,
      ...HARBOUR_PARAGRAPHS,
    ]),
  ]),
)

it(
  'an address with a secret opens the page, and its secret is in no card, no name of a thread, no prompt, no byte of the store',
  { timeout: 60_000 },
  async () => {
    const scene = await openScene({ pages, environment: { PERSON_SUMMARIES_PER_HOUR: '100' } })
    const { discord, web, model } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    for (const { url, n } of addresses) {
      const asked = mira.slash(discord.general, 'summarize', { url })
      await told(scene, asked, /Done/u)
      await untilDone(bot, asked.id)
      const card = await said(scene, discord.general, new RegExp(`Report ${n} from`, 'u'))
      await told(scene, mira.press(card, 'Sources'), /words behind each point/u)
    }
    // The site got it: that is what it is for. A fragment is for nobody.
    const asked = web.requests.map(({ path }) => path).join('\n')
    const unsent = addresses.filter(({ url, secret }) => !url.includes('#') && !asked.includes(secret))
    expect(unsent).toEqual([])

    // One that fails is stored as it was given, until it is done.
    const failed = mira.slash(discord.general, 'summarize', {
      url: 'http://news.example/gone?token=osprey4711',
    })
    await told(scene, failed, /link-unreachable/u)
    await untilDone(bot, failed.id)
    const file = (scene.environment['STORAGE_URL'] ?? '').replace(/^sqlite:/u, '')
    const bytes = (): string =>
      ['', '-wal', '-shm']
        .map((ending) => `${file}${ending}`)
        .filter((path) => existsSync(path))
        .map((path) => readFileSync(path).toString('latin1'))
        .join('\n')
    expect(bytes()).toContain('osprey4711')
    await bot.assistant.tasks.setState(failed.id, 'done')
    // As every minute.
    await bot.assistant.forgetting.expired()

    const secrets = [...addresses.map(({ secret }) => secret), 'osprey4711']
    const places = {
      store: bytes(),
      shown: everythingSaid(scene),
      sent: JSON.stringify(discord.requests.map(({ body }) => body)),
      prompts: JSON.stringify(model.requests.map(({ body }) => body)),
      logged: bot.logged.join('\n'),
    }
    for (const [place, text] of Object.entries(places))
      expect([place, secrets.filter((secret) => text.includes(secret))]).toEqual([place, []])
  },
)

it('a posted link with a secret gets its card without it, and so does what JSON and the log of the terminal say', async () => {
  const { url, secret } = addresses[0]!
  const scene = await openScene({ pages })
  const { discord, web } = scene
  await scene.startBot()
  const post = discord.person('mira').post(discord.general, url)
  const thread = await discord.until('a thread', () => discord.threads().find(({ id }) => id === post.id))
  await cardIn(scene, thread)
  expect(everythingSaid(scene)).not.toContain(secret)

  const address = `127.0.0.1:${web.port}`
  const environment = { FETCH_ALLOW_HOSTS: address, LOG_LEVEL: 'trace' }
  for (const path of ['/harbour', '/gone']) {
    const given = `http://${address}${path}?token=${secret}`
    const { stdout, stderr } = await runFootnote(['summarize', given, '--json'], { environment })
    expect(stdout).toMatch(path === '/gone' ? /"link-unreachable"/u : /"claims"/u)
    expect(`${stdout}${stderr}`).not.toContain(secret)
  }
})
