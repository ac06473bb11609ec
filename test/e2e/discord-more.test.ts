import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import type { LoopbackRoute } from '../support/loopback-web.ts'
import { type Message, wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, labels, openScene, pointsOn, said, STORY, threadOf, told } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from './pages.ts'

// What More offers, seen from outside.

const MENU = ['Who says what', 'Longer', 'Copy with quotes', 'Refresh', 'Remove']

/** mira's card in a thread of her link, and More as she sees it. */
const openMenu = async (options: Parameters<typeof openScene>[0] = {}) => {
  const scene = await openScene({ model: honestModel(6), ...options })
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  // Asked for: a short article that nobody asked about gets fewer points.
  const thread = await threadOf(scene, mira.post(discord.general, `<@${discord.bot.id}> ${STORY}`))
  const card = await cardIn(scene, thread)
  const menu = await told(scene, mira.press(card, 'More'), /More/u)
  const conversation = await bot.assistant.conversations.findByMessage(card.id)
  return { scene, discord, bot, mira, thread, card, menu, id: conversation?.id ?? '' }
}

/** The harbour page, with other paragraphs from the moment at which they are given. */
const changingPage = () => {
  let paragraphs = HARBOUR_PARAGRAPHS
  const page: LoopbackRoute = (_, response) => {
    response.writeHead(200, { 'content-type': 'text/html' }).end(articlePage(HARBOUR_TITLE, paragraphs))
  }
  const change = (newer: readonly string[]): void => {
    paragraphs = newer
  }
  return { page, change }
}

/** The text that can be copied from a message. */
const codeIn = ({ content }: Message): string => /^```text\n([^]*?)\n```/u.exec(content)?.[1] ?? ''

describe('More', () => {
  it('offers five things, and the last two to nobody but the asker and who may manage messages', async () => {
    const { scene, discord, card, menu } = await openMenu()
    expect(labels(menu)).toEqual(MENU)
    expect(wordsOf(menu)).toContain(`[${HARBOUR_TITLE}](${STORY})`)
    expect(wordsOf(menu)).not.toContain('Refresh and Remove')
    const olaf = discord.person('olaf')
    const his = await told(scene, olaf.press(card, 'More'), /Refresh and Remove are for whoever asked/u)
    expect(() => olaf.press(his, 'Refresh')).toThrow('greyed out')
    expect(() => olaf.press(his, 'Remove')).toThrow('greyed out')
    const ida = discord.person('ida', { permissions: ['ManageMessages'] })
    const hers = await told(scene, ida.press(card, 'More'), /More/u)
    expect(wordsOf(hers)).not.toContain('Refresh and Remove')
    ida.press(hers, 'Refresh')
  })

  it('asks again who may, once a button is pressed', async () => {
    const { scene, discord, card } = await openMenu()
    const ida = discord.person('ida', { permissions: ['ManageMessages'] })
    const hers = await told(scene, ida.press(card, 'More'), /More/u)
    discord.home.members.set(ida.id, [])
    for (const label of ['Refresh', 'Remove']) {
      const refused = await told(scene, ida.press(hers, label), /permission-missing/u)
      expect(wordsOf(refused)).toContain('Only whoever asked for this card')
    }
    expect(discord.message(card.id)).toBeDefined()
    expect(scene.web.count('/harbour')).toBe(1)
  })

  it('works after a restart', async () => {
    const { scene, bot, mira, menu } = await openMenu()
    await bot.stop()
    await scene.startBot()
    await told(scene, mira.press(menu, 'Who says what'), /Who says what/u)
    await told(scene, mira.press(menu, 'Copy with quotes'), /text/u)
    await told(scene, mira.press(menu, 'Refresh'), /Nothing has changed/u)
    const removing = mira.press(menu, 'Remove')
    expect((await told(scene, removing, /Removed/u)).id).toBe(menu.id)
  })
})

it('Who says what lists the nearest voice first, with its own words and where they stand', async () => {
  const { scene, mira, menu } = await openMenu()
  const words = wordsOf(await told(scene, mira.press(menu, 'Who says what'), /found by rules/u))
  expect(words).toMatch(
    /\*\*Ingrid Falkum\*\*\n> “We measured it every week, and every week it was worse,” · \[Paragraph 2\]\(http:\/\/news\.example\/harbour#/u,
  )
  expect(words.indexOf('Ingrid Falkum')).toBeLessThan(words.indexOf('not in quotation marks'))
})

describe('Longer', () => {
  it('shows more points to one person, in pages that outlive a restart, and changes nothing for others', async () => {
    const { scene, discord, bot, mira, thread, card, menu, id } = await openMenu()
    scene.model.setBehaviour(honestModel(8))
    const olaf = discord.person('olaf')
    const pressed = olaf.press(await told(scene, olaf.press(card, 'More'), /More/u), 'Longer')
    const longer = await told(scene, pressed, /^Points 1–6 of 8|^-# Points 1–6 of 8/mu)
    expect(wordsOf(longer)).toContain('loopback-1')
    expect(pointsOn(longer)).toHaveLength(6)
    await bot.stop()
    const second = await scene.startBot()
    await told(scene, olaf.press(longer, 'Next'), /Points 7–8 of 8/u)
    expect(pointsOn(longer)).toHaveLength(2)
    expect(scene.model.requests).toHaveLength(2)
    const stored = await second.assistant.conversations.find(id)
    expect(stored?.summary?.summary.claims).toHaveLength(6)
    expect(card.edits).toBe(1)
    expect(discord.messagesIn(thread)).toHaveLength(1)
    await told(scene, mira.press(menu, 'Longer'), /Points 1–6 of 8/u)
    expect(scene.model.requests).toHaveLength(2)
  })

  it('says that it has begun, and how it goes where that takes long', async () => {
    const { scene, mira, menu } = await openMenu()
    scene.model.setBehaviour({ kind: 'silent' })
    const pressed = mira.press(menu, 'Longer')
    expect(wordsOf(await told(scene, pressed, /Reading again for more points/u))).toContain('…')
  })

  it('of the longest says that there is none', async () => {
    const scene = await openScene({ model: honestModel(6) })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    mira.slash(discord.general, 'summarize', { url: STORY, length: 'long' })
    const card = await cardIn(scene, discord.general)
    const menu = await told(scene, mira.press(card, 'More'), /More/u)
    await told(scene, mira.press(menu, 'Longer'), /longest summary that I make/u)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('counts as a summary, and says when the next one is possible', async () => {
    const { scene, mira, menu } = await openMenu({ environment: { PERSON_SUMMARIES_PER_HOUR: '1' } })
    const refused = await told(scene, mira.press(menu, 'Longer'), /limit-reached/u)
    expect(wordsOf(refused)).toMatch(/You have had your 1 summary of the last hour/u)
    expect(labels(refused)).toEqual(['Retry'])
    expect(scene.model.requests).toHaveLength(1)
  })

  it('that failed is made by Retry, for the one who wanted it', async () => {
    const { scene, mira, menu, card } = await openMenu()
    scene.model.setBehaviour({ kind: 'status', status: 401 })
    const failed = await told(scene, mira.press(menu, 'Longer'), /model-rejected/u)
    expect(labels(failed)).toEqual(['Retry', 'Without a model'])
    scene.model.setBehaviour(honestModel(8))
    const again = mira.press(failed, 'Retry')
    const longer = await told(scene, again, /Points 1–6 of 8/u)
    expect(longer.id).toBe(failed.id)
    expect(card.edits).toBe(1)
  })

  it('of a page that wants no copy kept can be turned, until a restart; then it says so', async () => {
    const page = articlePage(HARBOUR_TITLE, HARBOUR_PARAGRAPHS).replace(
      '<head>',
      '<head><meta name="robots" content="noarchive">',
    )
    const { scene, bot, mira, menu } = await openMenu({ pages: { '/harbour': page } })
    scene.model.setBehaviour(honestModel(8))
    const longer = await told(scene, mira.press(menu, 'Longer'), /Points 1–6 of 8/u)
    await told(scene, mira.press(longer, 'Next'), /Points 7–8 of 8/u)
    await bot.stop()
    await scene.startBot()
    const lost = await told(scene, mira.press(longer, 'Back'), /no longer have this longer summary/u)
    expect(lost.id).not.toBe(longer.id)
    expect(pointsOn(longer)).toHaveLength(2)
  })
})

describe('Copy with quotes', () => {
  it('gives the points with their exact words as text, with where they come from', async () => {
    const { scene, mira, menu } = await openMenu()
    const copy = codeIn(await told(scene, mira.press(menu, 'Copy with quotes'), /```text/u))
    expect(copy.split('\n').slice(0, 2)).toEqual([
      HARBOUR_TITLE,
      expect.stringMatching(/^Fjord Courier \(news\.example\) · published November 17, 2026 · read /u),
    ])
    const quotes = [...copy.matchAll(/“(.*)” \(Paragraph \d\)$/gmu)].map(([, quote = '']) => quote)
    expect(quotes).toHaveLength(6)
    for (const quote of quotes) expect(HARBOUR_PARAGRAPHS.join('\n')).toContain(quote)
    expect(copy.trimEnd().endsWith(STORY)).toBe(true)
  })

  it('holds nothing that leaves its block of code or pings anybody, on however many pages', async () => {
    const hostile = HARBOUR_PARAGRAPHS.map(
      (words) => `\`\`\` @everyone <@1> http://evil.example/ ${words} ${'and so on for ever '.repeat(12)}\`.`,
    )
    const page = articlePage(`\`\`\`${HARBOUR_TITLE}`, hostile)
    const { scene, mira, menu } = await openMenu({ pages: { '/harbour': page }, model: null })
    const copy = await told(scene, mira.press(menu, 'Copy with quotes'), /Page 1 of/u)
    const first = copy.content
    await told(scene, mira.press(copy, 'Next'), /Page 2 of/u)
    for (const content of [first, copy.content]) {
      expect(content).toMatch(/^```text\n[^`]+\n```\n-# Page \d of \d$/u)
      expect(content).not.toMatch(/@everyone/u)
    }
  })
})

describe('Refresh', () => {
  it('says that nothing has changed, and asks no model', async () => {
    const { scene, mira, menu, card } = await openMenu()
    const unchanged = await told(scene, mira.press(menu, 'Refresh'), /Nothing has changed/u)
    expect(wordsOf(unchanged)).toMatch(/since I read it on <t:\d+:f>, <t:\d+:R>\./u)
    expect(scene.web.count('/harbour')).toBe(2)
    expect(scene.model.requests).toHaveLength(1)
    expect(card.edits).toBe(1)
  })

  it('changes the card where it stands, and says what is different', async () => {
    const { page, change } = changingPage()
    const { scene, discord, bot, mira, thread, menu, card, id } = await openMenu({
      pages: { '/harbour': page },
    })
    const [opening = '', ...others] = HARBOUR_PARAGRAPHS
    change([opening.replace('214 passengers', '215 passengers').replace('ninety', 'eighty'), ...others])
    const told_ = wordsOf(await told(scene, mira.press(menu, 'Refresh'), /paragraphs? changed/u))
    expect(told_).toBe(
      '**1 of 8 paragraphs changed**; the quote of point 1 is gone. The card shows the page as it is now.',
    )
    expect(card.edits).toBe(2)
    expect(wordsOf(card)).toContain('> **Edited:** 1 of 8 paragraphs changed')
    expect(wordsOf(card)).toContain('eighty')
    expect(discord.messagesIn(thread)).toHaveLength(1)
    const stored = await bot.assistant.conversations.find(id)
    expect(stored?.article.text).toContain('215 passengers')
    mira.post(thread, 'how many passengers were on the last boat')
    await said(scene, thread, /215 passengers/u)
    expect(wordsOf(await told(scene, mira.press(card, 'Sources'), /Sources/u))).toContain('eighty years')
  })

  it('keeps length and engine of the card', async () => {
    const { page, change } = changingPage()
    const scene = await openScene({ model: null, pages: { '/harbour': page } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    mira.slash(discord.general, 'summarize', { url: STORY, length: 'short' })
    const card = await cardIn(scene, discord.general)
    expect(pointsOn(card)).toHaveLength(3)
    change([...HARBOUR_PARAGRAPHS.slice(0, 7), 'The ferry was sold to a company in the north for one crown.'])
    const menu = await told(scene, mira.press(card, 'More'), /More/u)
    await told(scene, mira.press(menu, 'Refresh'), /1 of 8 paragraphs changed.*every quote/u)
    expect(pointsOn(card)).toHaveLength(3)
  })

  it('whose page cannot be read any more leaves the card as it is', async () => {
    let isThere = true
    const page: LoopbackRoute = (_, response) =>
      void response.writeHead(isThere ? 200 : 404).end(articlePage(HARBOUR_TITLE, HARBOUR_PARAGRAPHS))
    const { scene, mira, menu, card } = await openMenu({ pages: { '/harbour': page } })
    isThere = false
    const failed = await told(scene, mira.press(menu, 'Refresh'), /link-unreachable/u)
    isThere = true
    await told(scene, mira.press(failed, 'Retry'), /Nothing has changed/u)
    expect(card.edits).toBe(1)
  })

  it('is not there for a paste', async () => {
    const scene = await openScene({ model: honestModel(6) })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    mira.post(discord.general, `<@${discord.bot.id}>`, {
      files: [{ name: 'harbour.txt', text: HARBOUR_PARAGRAPHS.join('\n\n'), type: 'text/plain' }],
    })
    const thread = await discord.until('a thread', () => discord.threads()[0])
    const card = await cardIn(scene, thread)
    const menu = await told(scene, mira.press(card, 'More'), /no page to read again/u)
    expect(() => mira.press(menu, 'Refresh')).toThrow('greyed out')
    const copy = codeIn(await told(scene, mira.press(menu, 'Copy with quotes'), /```text/u))
    expect(copy).toMatch(/^file, compared with no page · no date · read /u)
    expect(copy).toContain('“Shop owners in the old quarter fear for their trade.” (Paragraph 5)')
  })
})

describe('Remove', () => {
  it('takes away card, answers and article, closes the thread, and says so', async () => {
    const { scene, discord, bot, mira, thread, card, menu, id } = await openMenu()
    const asked = mira.press(card, 'Ask')
    await discord.form(asked)
    mira.submit(asked, { question: 'How much would a full repair cost?' })
    await said(scene, thread, /mira asks/u)
    await told(scene, mira.press(menu, 'Remove'), /Removed:.* 1 question with the answers/u)
    expect(labels(menu)).toEqual([])
    expect(await bot.assistant.conversations.find(id)).toBeUndefined()
    expect(discord.messagesIn(thread)).toEqual([])
    await discord.until('a closed thread', () => thread.thread?.archived)
  })

  it('leaves a thread open in which somebody else has written', async () => {
    const { scene, discord, bot, mira, thread, menu, id } = await openMenu()
    const talk = discord.person('olaf').post(thread, 'My grandfather sailed on that boat.')
    await said(scene, thread, /olaf asks/u)
    await told(scene, mira.press(menu, 'Remove'), /Removed/u)
    expect(await bot.assistant.conversations.find(id)).toBeUndefined()
    expect(discord.messagesIn(thread)).toEqual([talk])
    expect(thread.thread?.archived).toBe(false)
  })

  it('says that the article is gone where a moderator has deleted the card', async () => {
    const { scene, discord, bot, mira, card, menu, id } = await openMenu()
    discord.deleteMessage(card)
    await expect.poll(() => bot.assistant.conversations.find(id)).toBeUndefined()
    const gone = await told(scene, mira.press(menu, 'Remove'), /I no longer have this article/u)
    expect(labels(gone)).toEqual(['Read again'])
  })
})
