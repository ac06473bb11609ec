import { describe, expect, it } from 'vitest'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { type Channel, wordsOf } from '../support/loopback-discord/world.ts'
import { cardIn, openScene, said, STORY, told, untilDone } from './open-scene.ts'
import { HARBOUR_PARAGRAPHS } from './pages.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

const TEXT = HARBOUR_PARAGRAPHS.join('\n\n')

const openReports = async (options: Parameters<typeof openScene>[0] = {}) => {
  const scene = await openScene({ pages: REPORT_PAGES, ...options })
  const bot = await scene.startBot()
  const { discord } = scene
  return {
    scene,
    bot,
    discord,
    mira: discord.person('mira'),
    olaf: discord.person('olaf'),
    general: discord.general,
  }
}

/** A form that Discord never gave to this person, sent all the same. */
const forged = (by: Interaction, channel: Channel, custom_id: string): Interaction => ({
  ...by,
  channel,
  form: { ...by.form, custom_id },
})

describe('somebody who knows the id of another server’s card', () => {
  it('is shown nothing of it', async () => {
    const { scene, bot, discord, mira, olaf, general } = await openReports()
    const paste = mira.slash(general, 'summarize', { text: TEXT })
    const card = await cardIn(scene, general)
    await told(scene, paste, /Done/u)
    const other = discord.guild('Another circle')
    const copy = { ...card, channelId: other.general.id }
    for (const label of ['Ask', 'Sources', 'More']) {
      const press = olaf.press(copy, label)
      const answer = await told(scene, press, /./u)
      expect(wordsOf(answer)).not.toMatch(/Brennholm|harbour/iu)
      expect(press.form).toBeNull()
    }
    const ask = olaf.press(card, 'Ask')
    await discord.form(ask)
    const id = String(ask.form?.['custom_id'])
    const question = olaf.submit(forged(ask, other.general, id), {
      question: 'How much would a full repair cost?',
    })
    await told(scene, question, /no longer have/u)
    expect((await bot.assistant.conversations.findByMessage(card.id))?.turns).toEqual([])
  })
})

it('a form about what a task holds is for whoever it was given to', async () => {
  const { scene, discord, mira, olaf, general } = await openReports()
  const post = mira.post(general, TEXT.slice(0, 1900))
  const menu = mira.menu(post, 'Ask about this')
  await discord.form(menu)
  const form = olaf.menu(post, 'Ask about this')
  await discord.form(form)
  const id = String(menu.form?.['custom_id'])
  const question = olaf.submit(forged(form, general, id), { question: 'How much?' })
  expect(await told(scene, question, /no longer know/u)).toBeDefined()
})

describe('/forget scope:thread', () => {
  it('in a thread of several askers is for moderators', async () => {
    const { scene, bot, discord, mira, olaf, general } = await openReports()
    const talk = mira.startThread(general, 'harbour talk')
    const own = mira.post(talk, `<@${discord.bot.id}> ${STORY}`)
    const card = await cardIn(scene, talk)
    await untilDone(bot, own.id)
    const second = olaf.post(talk, `<@${discord.bot.id}> ${reportLink(1)}`)
    await untilDone(bot, second.id)
    await told(scene, olaf.slash(talk, 'forget', { scope: 'thread' }), /permission-missing/u)
    expect(discord.message(card.id)).toBeDefined()
  })

  it('in a conversation of people takes nothing of what others were shown alone', async () => {
    const { scene, bot, discord, mira, olaf } = await openReports()
    const group = discord.conversation([mira, olaf])
    const asked = mira.slash(group, 'summarize', { url: STORY })
    const card = await told(scene, asked, /^1\. /mu)
    await untilDone(bot, asked.id)
    await told(scene, olaf.slash(group, 'forget', { scope: 'thread' }), /nothing that others see/u)
    expect(await told(scene, mira.press(card, 'Sources'), /words behind each point/u)).toBeDefined()
  })

  it('takes with scope:me what a person was shown alone', async () => {
    const { scene, bot, discord, mira, olaf } = await openReports()
    const group = discord.conversation([mira, olaf])
    const asked = mira.slash(group, 'summarize', { url: STORY })
    const card = await told(scene, asked, /^1\. /mu)
    await untilDone(bot, asked.id)
    await told(scene, mira.slash(group, 'forget', { scope: 'me' }), /Forgotten/u)
    expect(await told(scene, mira.press(card, 'Sources'), /no longer have/u)).toBeDefined()
  })
})

it('a failure is tried again by its own server alone', async () => {
  const { scene, bot, discord, mira, olaf, general } = await openReports()
  const asked = mira.post(general, `<@${discord.bot.id}> http://news.example/nowhere`)
  const failure = await said(scene, general, /link-unreachable/u)
  await untilDone(bot, asked.id)
  const other = discord.guild('Another circle')
  await told(scene, olaf.press({ ...failure, channelId: other.general.id }, 'Retry'), /no longer know/u)
  expect(scene.web.count('/nowhere')).toBe(1)
  olaf.press(failure, 'Retry')
  await expect.poll(() => scene.web.count('/nowhere')).toBe(2)
})
