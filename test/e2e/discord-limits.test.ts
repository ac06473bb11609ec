import { describe, expect, it } from 'vitest'
import { wordsOf } from '../support/loopback-discord/world.ts'
import {
  cardIn,
  everythingSaid,
  labels,
  openScene,
  said,
  STORY,
  threadOf,
  told,
  untilDone,
} from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

describe('people who ask for more than they may have', () => {
  it('are told when it is possible again, alone where that can be, and Retry works from then on', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { COOLDOWN_SECONDS: '5' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    await told(scene, mira.slash(discord.general, 'summarize', { url: reportLink(1) }), /Done/u)
    const second = mira.slash(discord.general, 'summarize', { url: reportLink(2) })
    const refusal = await told(scene, second, /limit-reached/u)
    expect(wordsOf(refusal)).toMatch(/You can have one summary every 5 seconds.*Possible again <t:\d+:R>/su)
    expect(labels(refusal)).toEqual(['Retry'])
    await told(
      scene,
      discord.person('olaf').slash(discord.general, 'summarize', { url: reportLink(3) }),
      /Done/u,
    )
    // Pressing it is no way around the pause.
    const tooEarly = await told(scene, mira.press(refusal, 'Retry'), /limit-reached/u)
    await new Promise((resolve) => setTimeout(resolve, 5000))
    await told(scene, mira.press(tooEarly, 'Retry'), /Done/u)
    expect(scene.model.requests).toHaveLength(3)
  })

  it('need not wait to have done again what failed, nor after a link to no article', async () => {
    const scene = await openScene({
      pages: { ...REPORT_PAGES, '/gone': { status: 404 } },
      model: { kind: 'status', status: 401 },
      environment: { COOLDOWN_SECONDS: '60' },
    })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const mistyped = mira.slash(discord.general, 'summarize', { url: 'http://news.example/gone' })
    await told(scene, mistyped, /link-unreachable/u)
    const failed = await told(
      scene,
      mira.slash(discord.general, 'summarize', { url: reportLink(1) }),
      /model-rejected/u,
    )
    await told(scene, mira.press(failed, 'Without a model'), /Done/u)
    const another = mira.slash(discord.general, 'summarize', { url: reportLink(2) })
    expect(labels(await told(scene, another, /limit-reached/u))).toEqual(['Retry'])
  })

  it('get what the host allows in a guild, and then a sentence', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { GUILD_SUMMARIES_PER_DAY: '1' } })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    await cardIn(scene, await threadOf(scene, mira.post(discord.general, reportLink(1))))
    const asked = discord.person('olaf').post(discord.general, `<@${discord.bot.id}> ${reportLink(2)}`)
    await said(scene, discord.general, /This server has had its 1 summary of the last 24 hours/u)
    await untilDone(bot, asked.id)
    // A link that nobody asked about is left alone.
    const unasked = mira.post(discord.general, reportLink(3))
    await untilDone(bot, unasked.id)
    expect(discord.threads().map(({ id }) => id)).not.toContain(unasked.id)
    expect(bot.logged).toContain('link-left-alone')
    // In a direct message nobody is in a guild.
    await said(scene, discord.channelOf(mira.whisper(reportLink(4))), /^1\. /mu)
  })

  it('are not charged for links that the bot leaves alone', async () => {
    const scene = await openScene({
      pages: {
        ...REPORT_PAGES,
        '/shop': '<html><body><h1>Shop</h1><p>Ropes and nets, all week.</p></body></html>',
      },
      environment: { PERSON_SUMMARIES_PER_HOUR: '1', COOLDOWN_SECONDS: '60' },
    })
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    const post = mira.post(discord.general, 'http://news.example/shop')
    await untilDone(bot, post.id)
    await told(scene, mira.slash(discord.general, 'summarize', { url: reportLink(1) }), /Done/u)
    await told(scene, mira.slash(discord.general, 'summarize', { url: reportLink(2) }), /limit-reached/u)
    expect(scene.model.requests).toHaveLength(1)
  })

  it('may post two links one after the other: nobody is refused what nobody asked for', async () => {
    const scene = await openScene({ pages: REPORT_PAGES, environment: { COOLDOWN_SECONDS: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const [first, second] = [
      mira.post(discord.general, reportLink(1)),
      mira.post(discord.general, reportLink(2)),
    ]
    await cardIn(scene, await threadOf(scene, first))
    await cardIn(scene, await threadOf(scene, second))
    expect(everythingSaid(scene)).not.toContain('limit-reached')
  })

  it('are told so about questions too', async () => {
    const scene = await openScene({ environment: { PERSON_QUESTIONS_PER_HOUR: '1' } })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const thread = await threadOf(scene, mira.post(discord.general, STORY))
    await cardIn(scene, thread)
    mira.post(thread, 'How many passengers were on board?')
    await said(scene, thread, /214 passengers/u)
    mira.post(thread, 'And how much would the repair cost?')
    const refusal = await said(scene, thread, /You have had your 1 question of the last hour/u)
    expect(labels(refusal)).toEqual(['Retry'])
  })
})
