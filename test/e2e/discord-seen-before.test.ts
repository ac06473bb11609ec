import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, pointsOn, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from './pages.ts'

/** A page that its site edits in the middle of a scene. */
const EDITED = HARBOUR_PARAGRAPHS.map((paragraph, index) =>
  index === 2
    ? 'The engineers have taken back their report, and will publish another one in spring.'
    : paragraph,
)

async function openSeen(options: Parameters<typeof openScene>[0] = {}) {
  const scene = await openScene(options)
  const { discord } = scene
  const bot = await scene.startBot()
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  return { scene, bot, discord, mira, thread, card }
}

const pointerOn = (words: string): string | undefined =>
  /Read here before: \[[^\]]+\]\((https:\/\/discord\.com\/channels\/\d+\/\d+\/\d+)\), <t:\d+:R>/u.exec(
    words,
  )?.[1]

describe('a link that the server has had', () => {
  it('shows its card at once, with a pointer to the earlier thread, and calls no model', async () => {
    const { scene, discord, thread, card } = await openSeen()
    const again = discord.person('olaf').post(discord.general, `Have you seen this? ${STORY}?utm_source=feed`)
    const second = await cardIn(scene, await threadOf(scene, again))
    expect(pointsOn(second)).toEqual(pointsOn(card))
    expect(pointerOn(wordsOf(second))).toBe(
      `https://discord.com/channels/${discord.guildId}/${thread.id}/${card.id}`,
    )
    expect(scene.model.requests).toHaveLength(1)
    expect(scene.web.count('/harbour')).toBe(1)
  })

  it('has its own questions in its own thread', async () => {
    const { scene, bot, discord, mira } = await openSeen()
    const again = mira.post(discord.general, STORY)
    const thread = await threadOf(scene, again)
    await cardIn(scene, thread)
    await untilDone(bot, again.id)
    mira.post(thread, 'How much would a full repair cost?')
    await discord.until('an answer', () =>
      discord
        .messagesIn(thread)
        .some((message) => /48 million/u.test(wordsOf(message)) && /asks/u.test(wordsOf(message))),
    )
    expect((await bot.assistant.conversations.findByThread(thread.id))?.turns).toHaveLength(1)
  })

  it('is pointed to only where everybody who sees this channel sees that one', async () => {
    const { scene, bot, discord, mira } = await openSeen()
    const board = discord.role('board')
    const secret = discord.channel('board', { hiddenFrom: 'everyone', visibleTo: [board] })
    const member = discord.person('runa', { roles: [board] })
    const inside = member.post(secret, STORY)
    const insideCard = await cardIn(scene, await threadOf(scene, inside))
    await untilDone(bot, inside.id)
    // From inside, everybody sees the open channel.
    expect(pointerOn(wordsOf(insideCard))).toContain(discord.guildId)
    // In the open, nobody hears of the closed one, though its card is the newest.
    const outside = mira.post(discord.channel('open'), STORY)
    const outsideCard = await cardIn(scene, await threadOf(scene, outside))
    expect(pointerOn(wordsOf(outsideCard))).not.toContain(inside.id)
    expect(pointerOn(wordsOf(outsideCard))).toBeDefined()
  })

  it('says nothing of a closed channel where that is the only one', async () => {
    const scene = await openScene()
    const { discord } = scene
    const bot = await scene.startBot()
    const board = discord.role('board')
    const secret = discord.channel('board', { hiddenFrom: 'everyone', visibleTo: [board] })
    const inside = discord.person('runa', { roles: [board] }).post(secret, STORY)
    await cardIn(scene, await threadOf(scene, inside))
    await untilDone(bot, inside.id)
    const outside = discord.person('mira').post(discord.general, STORY)
    const card = await cardIn(scene, await threadOf(scene, outside))
    expect(pointerOn(wordsOf(card))).toBeUndefined()
    expect(wordsOf(card)).not.toContain(secret.id)
  })

  it('is not pointed to across servers, nor from a channel for all ages to one that is not', async () => {
    const { scene, bot, discord, mira, thread } = await openSeen()
    const other = discord.guild('Another circle')
    const there = discord.person('sven').post(other.general, STORY)
    const card = await cardIn(scene, await threadOf(scene, there))
    expect(pointerOn(wordsOf(card))).toBeUndefined()
    const adults = mira.post(discord.channel('adults', { nsfw: true }), STORY)
    await cardIn(scene, await threadOf(scene, adults))
    await untilDone(bot, adults.id)
    const again = await cardIn(scene, await threadOf(scene, mira.post(discord.channel('open'), STORY)))
    expect(pointerOn(wordsOf(again))).toContain(thread.id)
  })

  it('says that the page was edited since, and which quotes are gone', async () => {
    let paragraphs = HARBOUR_PARAGRAPHS
    let now = Date.now()
    const scene = await openScene({
      pages: { '/harbour': (_, response) => response.end(articlePage(HARBOUR_TITLE, paragraphs)) },
      clock: () => now,
    })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const post = mira.post(discord.general, STORY)
    const first = await cardIn(scene, await threadOf(scene, post))
    await untilDone(bot, post.id)
    paragraphs = EDITED
    now += 2 * 60 * 60 * 1000
    const again = mira.post(discord.general, STORY)
    const thread = await threadOf(scene, again)
    const card = await cardIn(scene, thread)
    expect(pointsOn(card)).toEqual(pointsOn(first))
    await discord.until('a note of the edit', () =>
      wordsOf(discord.message(card.id)!).includes('Edited since this was read:'),
    )
    const words = wordsOf(discord.message(card.id)!)
    const gone = pointsOn(first).findIndex((point) => point.includes('48 million')) + 1
    expect(words).toMatch(/1 of \d+ paragraphs changed/u)
    expect(words).toContain(`The words of point ${gone} are gone`)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('asked for at another length is summarised anew', async () => {
    const { scene, discord, mira } = await openSeen()
    const command = mira.slash(discord.general, 'summarize', { url: STORY, length: 'long' })
    await told(scene, command, /Done/u)
    expect(scene.model.requests).toHaveLength(2)
  })
})
