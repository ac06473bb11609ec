import { describe, expect, it, vi } from 'vitest'
import { type Message, wordsOf } from '../support/loopback-discord/world.ts'
import { honestModel } from '../support/honest-model.ts'
import { startFootnote } from '../support/run-footnote.ts'
import { lyingModel } from './lying-model.ts'
import {
  cardIn,
  everythingSaid,
  labels,
  openScene,
  pointsOn,
  said,
  STORY,
  threadOf,
  told,
} from './open-scene.ts'
import { articlePage, CAPTCHA_PAGE, HARBOUR_PARAGRAPHS, HOSTILE_PAGE } from './pages.ts'

describe('a model that does not work', () => {
  it.each([
    ['is overloaded', { kind: 'status', status: 429, headers: { 'retry-after': '0' } }, 'model-busy'],
    ['refuses the key', { kind: 'status', status: 401 }, 'model-rejected'],
    ['drops every connection', { kind: 'reset' }, 'model-unreachable'],
    ['talks nonsense', { kind: 'reply', text: 'I am a teapot.' }, 'model-unusable-reply'],
  ] as const)(
    'because it %s is said, with a way to try again and one without it',
    async (_, behaviour, code) => {
      const scene = await openScene({ model: behaviour })
      const { discord, model } = scene
      await scene.startBot()
      const mira = discord.person('mira')
      const thread = await threadOf(scene, mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`))
      const failure = await said(scene, thread, new RegExp(code, 'u'))
      expect(labels(failure)).toEqual(['Retry', 'Without a model'])
      mira.press(failure, 'Without a model')
      const card = await cardIn(scene, thread)
      expect(card.id).toBe(failure.id)
      expect(wordsOf(card)).toContain('built-in engine')
      model.setBehaviour(honestModel())
      expect(scene.web.count('/harbour')).toBe(1)
    },
  )

  it('and works again gives its card after Retry', async () => {
    const scene = await openScene({ model: { kind: 'status', status: 401 } })
    const { discord, model } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const thread = await threadOf(scene, mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`))
    const failure = await said(scene, thread, /model-rejected/u)
    model.setBehaviour(honestModel())
    discord.person('olaf').press(failure, 'Retry')
    expect(wordsOf(await cardIn(scene, thread))).toContain('loopback-1')
    expect(scene.web.count('/harbour')).toBe(1)
  })
})

describe('a model that lies', () => {
  it('has its invented point dropped and counted, and no word of it is shown', async () => {
    const scene = await openScene({ model: lyingModel })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const card = await cardIn(scene, await threadOf(scene, mira.post(discord.general, STORY)))
    expect(pointsOn(card)).toHaveLength(1)
    expect(wordsOf(card)).toContain('1 point dropped for want of proof')
    await told(scene, mira.press(card, 'Sources'), /points dropped for want of proof: 1/u)
    expect(everythingSaid(scene)).not.toMatch(/resigned|tears/u)
  })
})

describe('a page that cannot be read', () => {
  it.each([
    ['/captcha', CAPTCHA_PAGE, 'page-blocked'],
    ['/private', { status: 403 }, 'page-blocked'],
    ['/gone', { status: 404 }, 'link-unreachable'],
    ['/film', { headers: { 'content-type': 'video/mp4' }, body: 'film' }, 'unsupported-type'],
    ['/empty', '<html><body></body></html>', 'page-unreadable'],
  ])('%s is said to whoever used the command, and to nobody else', async (path, page, code) => {
    const scene = await openScene({ pages: { [path]: page } })
    const { discord } = scene
    await scene.startBot()
    const command = discord
      .person('mira')
      .slash(discord.general, 'summarize', { url: `http://news.example${path}` })
    await told(scene, command, new RegExp(`-# ${code} · c0de`, 'u'))
    expect(discord.messagesIn(discord.general)).toEqual([])
    expect(scene.model.requests).toEqual([])
  })

  it('of which only the opening is public is told as that, and what to do', async () => {
    const opening = articlePage('Old bridge', [(HARBOUR_PARAGRAPHS[0] ?? '').slice(0, 150)])
    const page = opening.replace(
      '</head>',
      '<script type="application/ld+json">{"@type":"NewsArticle","isAccessibleForFree":false}</script></head>',
    )
    const scene = await openScene({ pages: { '/paid': page } })
    const { discord } = scene
    await scene.startBot()
    const command = discord
      .person('mira')
      .slash(discord.general, 'summarize', { url: 'http://news.example/paid' })
    expect(wordsOf(await told(scene, command, /page-blocked/u))).toMatch(
      /^\*\*Only the opening of this article is public\.\*\* An opening is not an article, so I make no summary of it\. .*\n`\/summarize text` takes it/u,
    )
  })

  it.each(['http://10.0.0.5/admin', 'http://localhost/', 'http://[::1]:80/', 'ftp://news.example/a'])(
    '%s is refused without a connection',
    async (url) => {
      const scene = await openScene()
      const { discord } = scene
      await scene.startBot()
      await told(scene, discord.person('mira').slash(discord.general, 'summarize', { url }), /link-refused/u)
      expect(scene.web.dialled).toEqual([])
    },
  )
})

it('the model call above DAILY_CALL_LIMIT is not made; the card offers what costs nothing', async () => {
  const other = articlePage('Skarvik gets a swimming hall', HARBOUR_PARAGRAPHS.toReversed())
  const scene = await openScene({ pages: { '/hall': other }, environment: { DAILY_CALL_LIMIT: '1' } })
  const { discord } = scene
  await scene.startBot()
  const mira = discord.person('mira')
  await cardIn(scene, await threadOf(scene, mira.post(discord.general, STORY)))
  const command = mira.slash(discord.general, 'summarize', { url: 'http://news.example/hall' })
  const refusal = await told(scene, command, /budget-spent/u)
  expect(labels(refusal)).toEqual(['Without a model'])
  expect(scene.model.requests).toHaveLength(1)
  mira.press(refusal, 'Without a model')
  expect(wordsOf(await cardIn(scene, discord.general))).toContain('built-in engine')
})

it('a bot that is killed twice in the middle of the same says so after its next start, and Retry does the work', async () => {
  const scene = await openScene({ model: { kind: 'silent' } })
  const { discord, web, model } = scene
  const address = `127.0.0.1:${web.port}`
  const environment = { ...scene.environment, FETCH_ALLOW_HOSTS: address }
  const killWhen = async (isInTheMiddle: () => boolean, begin: () => void): Promise<void> => {
    const { child, done } = startFootnote(['start'], { environment })
    await discord.untilConnected()
    begin()
    await vi.waitUntil(isInTheMiddle, { timeout: 30_000, interval: 10 })
    child.kill('SIGKILL')
    await done
  }
  const mira = discord.person('mira')
  const posts: Message[] = []
  await killWhen(
    () => model.requests.length === 1,
    () => posts.push(mira.post(discord.general, `<@${discord.bot.id}> http://${address}/harbour`)),
  )
  const thread = await threadOf(scene, posts[0]!)
  await killWhen(
    () => model.requests.length === 2,
    () => expect(posts).toHaveLength(1),
  )
  model.setBehaviour(honestModel())
  await scene.startBot()
  const notice = await said(scene, thread, /I was restarted while reading this/u)
  expect(labels(notice)).toEqual(['Retry'])
  mira.press(notice, 'Retry')
  expect(pointsOn(await cardIn(scene, thread))).toHaveLength(5)
  expect(discord.messagesIn(thread)).toHaveLength(1)
}, 60_000)

describe('words that want to ping people or to show links of their own', () => {
  it('do neither from an article, its title or a question', async () => {
    // The built-in engine shows whole sentences of the article, with all that stands in them.
    const scene = await openScene({ pages: { '/hostile': HOSTILE_PAGE }, model: null })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('@everyone')
    const thread = await threadOf(scene, mira.post(discord.general, 'http://news.example/hostile'))
    const card = await cardIn(scene, thread)
    await told(scene, mira.press(card, 'Sources'), /Sources/u)
    const form = mira.press(card, 'Ask')
    await discord.form(form)
    mira.submit(form, {
      question: `What did @everyone <@${mira.id}> [say](http://evil.example/) about the quay wall?`,
    })
    await said(scene, thread, /asks/u)
    const shown = everythingSaid(scene)
    expect(shown).not.toMatch(/https?:\/\/evil/u)
    expect(shown).not.toMatch(/@everyone|@here|<@[!&]?\d/u)
  })
})
