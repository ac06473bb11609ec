import { expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { type Channel, type Message, wordsOf } from '../support/loopback-discord/world.ts'
import type { RunningBot, Scene } from '../support/discord-scene.ts'
import { cardIn, everythingSaid, openScene, said, STORY, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

// One day of a community: every way in, every kind of channel, missing rights, a shaky connection and restarts. `openScene`
// holds at the end that no rule of Discord's was broken and that nobody was pinged.

const STORIES = Object.fromEntries(
  Array.from({ length: 40 }, (_, n) => {
    const own = `Report ${n + 1} of this day was written by hand in the harbour office of Brennholm on a grey morning.`
    return [`/day-${n + 1}`, articlePage(`Report ${n + 1} from the harbour`, [own, ...HARBOUR_PARAGRAPHS])]
  }),
)
let used = 0
/** A link that nobody has posted yet. */
const fresh = (): string => `http://news.example/day-${(used += 1)}`
const HARBOUR_TEXT = HARBOUR_PARAGRAPHS.join('\n\n')
const QUESTION = 'How many passengers were on board?'

const cardsIn = ({ discord }: Scene, channel: Channel): Message[] =>
  discord.messagesIn(channel).filter((message) => message.author.bot && /^1\. /mu.test(wordsOf(message)))

/** How long people waited for a sign that they were heard, at most. */
const slowest = (interactions: readonly Interaction[]): number =>
  Math.max(0, ...interactions.map(({ acknowledgedAfter }) => acknowledgedAfter ?? Number.POSITIVE_INFINITY))

it(
  'a day of a community breaks no rule, pings nobody, and leaves nobody without an answer',
  { timeout: 120_000 },
  async () => {
    const scene = await openScene({
      pages: STORIES,
      model: honestModel(),
      environment: { PERSON_SUMMARIES_PER_HOUR: '100' },
    })
    const { discord } = scene
    const { general } = discord
    const [mira, olaf] = ['mira', 'olaf'].map((name) => discord.person(name)) as [
      ReturnType<typeof discord.person>,
      ReturnType<typeof discord.person>,
    ]
    const runa = discord.person('runa', { permissions: ['ManageMessages', 'ManageGuild'] })
    let bot = await scene.startBot()
    const ask = async (channel: Channel, card: Message, question = QUESTION): Promise<void> => {
      const form = mira.press(card, 'Ask')
      await discord.form(form)
      await told(scene, mira.submit(form, { question }), /Done/u)
      await said(scene, channel, /mira asks/u)
    }
    const done = async (running: RunningBot, { id }: { readonly id: string }): Promise<void> =>
      untilDone(running, id)

    // Morning: links, commands, menus, mentions, files, forwards.
    const posted = mira.post(general, `Look: ${STORY}`)
    const thread = await threadOf(scene, posted)
    const card = await cardIn(scene, thread)
    await done(bot, posted)
    mira.post(thread, QUESTION)
    await said(scene, thread, /214 passengers/u)
    mira.post(thread, 'thanks!')
    olaf.post(thread, 'My grandfather sailed on that boat.')
    await ask(thread, card, 'How much would a full repair cost?')
    await told(scene, olaf.press(card, 'Sources'), /the words behind each point/u)
    const menu = await told(scene, mira.press(card, 'More'), /More/u)
    await told(scene, mira.press(menu, 'Who says what'), /Falkum/u)
    await told(scene, mira.press(menu, 'Copy with quotes'), /```/u)
    await told(scene, mira.press(menu, 'Refresh'), /Nothing has changed/u)
    await told(scene, mira.slash(general, 'summarize', { url: fresh() }), /Done/u)
    await told(scene, mira.slash(general, 'summarize', { text: HARBOUR_TEXT }), /Done/u)
    const form = mira.slash(general, 'summarize')
    await discord.form(form)
    const file = { name: 'harbour.md', text: HARBOUR_TEXT, type: 'text/markdown' }
    await told(scene, mira.submit(form, { file: [file] }), /Done/u)
    await told(scene, mira.slash(general, 'ask', { question: QUESTION, url: fresh() }), /Done/u)
    await told(scene, mira.slash(general, 'ask', { question: QUESTION }), /Done/u)
    const silent = olaf.post(general, `<${fresh()}>`)
    await told(scene, mira.menu(silent, 'Summarize'), /Done/u)
    const about = mira.menu(olaf.post(general, `<${fresh()}>`), 'Ask about this')
    await discord.form(about)
    await told(scene, mira.submit(about, { question: QUESTION }), /Done/u)
    const several = mira.post(general, `<@${discord.bot.id}> ${fresh()} ${fresh()}`)
    const severalThread = await threadOf(scene, several)
    await discord.until('two cards', () => cardsIn(scene, severalThread).length === 2)
    await done(bot, several)
    const forward = mira.forward(posted, general)
    await cardIn(scene, await threadOf(scene, forward))
    await done(bot, forward)
    const whisper = mira.whisper(fresh())
    await cardIn(scene, discord.channelOf(whisper))
    for (const name of ['help', 'privacy']) await told(scene, olaf.slash(general, name), /^### /u)
    await told(scene, runa.slash(general, 'settings'), /settings|Settings/u)

    // Noon: every kind of channel, and channels in which something is missing.
    const forum = discord.channel('reading', { type: 'forum' })
    const post = mira.startPost(forum, 'The harbour', fresh())
    await cardIn(scene, post)
    const voice = discord.channel('evening', { type: 'voice' })
    mira.post(voice, fresh())
    await cardIn(scene, voice)
    const news = discord.channel('news', { type: 'announcement' })
    await cardIn(scene, await threadOf(scene, mira.post(news, fresh())))
    const slow = discord.channel('slow', { slowMode: 60 })
    await cardIn(scene, await threadOf(scene, mira.post(slow, fresh())))
    const adults = discord.channel('adults', { nsfw: true })
    await cardIn(scene, await threadOf(scene, mira.post(adults, fresh())))
    const own = mira.startThread(general, 'our talk')
    const inOwn = mira.post(own, `<@${discord.bot.id}> ${fresh()}`)
    await cardIn(scene, own)
    await done(bot, inOwn)
    discord.archive(own)
    await told(scene, mira.slash(own, 'ask', { question: QUESTION }), /Done/u)
    discord.lock(thread)
    await told(scene, mira.slash(thread, 'ask', { question: QUESTION }), /Manage Threads/u)
    discord.unlock(thread)
    for (const right of ['SendMessages', 'ReadMessageHistory'] as const) {
      const channel = discord.channel(`no-${right.toLowerCase()}`, { without: [right] })
      await told(scene, mira.slash(channel, 'summarize', { url: fresh() }), /permission-missing/u)
    }
    const unseen = discord.channel('unseen', { without: ['ViewChannel'] })
    await told(scene, mira.slash(unseen, 'summarize', { url: fresh() }), /permission-missing/u)
    for (const right of ['CreatePublicThreads', 'SendMessagesInThreads'] as const) {
      const channel = discord.channel(`no-${right.toLowerCase()}`, { without: [right] })
      const reply = await cardIn(scene, (mira.post(channel, fresh()), channel))
      expect(reply.repliesTo?.author.id).toBe(mira.id)
    }
    const bare = discord.channel('bare', { without: ['EmbedLinks', 'AttachFiles'] })
    await cardIn(scene, await threadOf(scene, mira.post(bare, fresh())))

    // Afternoon: elsewhere, again, and away.
    const repeated = olaf.post(general, STORY)
    expect(wordsOf(await cardIn(scene, await threadOf(scene, repeated)))).toContain('Read here before')
    await done(bot, repeated)
    const elsewhere = discord.guild('Elsewhere', { withBot: false })
    const away = mira.slash(elsewhere.general, 'summarize', { url: fresh() })
    await told(scene, away, /^1\. /mu)
    expect(discord.messagesIn(elsewhere.general)).toEqual([])
    const group = discord.conversation([mira, olaf, runa])
    await told(scene, mira.slash(group, 'summarize', { url: fresh() }), /^1\. /mu)
    const other = discord.guild('Another circle')
    discord.throwOut(other)

    // A shaky connection: what is posted meanwhile is answered once.
    discord.dropGateway()
    const dropped = mira.post(general, fresh())
    await cardIn(scene, await threadOf(scene, dropped))
    await done(bot, dropped)
    discord.askToReconnect()
    const reconnected = mira.post(general, fresh())
    await cardIn(scene, await threadOf(scene, reconnected))
    await done(bot, reconnected)
    discord.repeat(reconnected)
    discord.invalidateSession({ resumable: false })
    await discord.untilConnected()
    discord.rateLimit('POST /channels/:channel/messages', { retryAfter: 0.3 })
    discord.loseAnswer('PATCH /channels/:channel/messages/:message')
    const limited = mira.slash(general, 'summarize', { url: fresh() })
    await told(scene, limited, /Done/u)

    // A restart in the middle, and the evening after it.
    scene.model.setBehaviour({ kind: 'silent' })
    const cut = mira.slash(general, 'summarize', { url: fresh() })
    await said(scene, general, /writing the points/u)
    await bot.stop()
    await told(scene, cut, /I was restarted/u)
    scene.model.setBehaviour(honestModel())
    bot = await scene.startBot()
    await told(scene, cut, /Done/u)
    await told(scene, mira.press(card, 'Sources'), /the words behind each point/u)
    mira.edit(dropped, fresh())
    await discord.until('the card of the other link', () =>
      everythingSaid(scene).includes(`http://news.example/day-${used}`),
    )
    mira.delete(posted)
    await discord.until('no card', () => discord.message(card.id) === undefined)
    await told(scene, olaf.slash(general, 'forget', { scope: 'me' }), /Forgotten/u)
    await told(scene, runa.slash(general, 'forget', { scope: 'server' }), /Forgotten/u)

    // Nobody waited for a sign as long as Discord allows, and nothing hangs.
    expect(slowest(discord.interactions())).toBeLessThan(3000)
    for (const message of discord.everyMessage()) expect(wordsOf(message)).not.toMatch(/…$/u)
    expect(bot.logged.filter((event) => event.includes('not-handled'))).toEqual([])
  },
)

it('an evening without the Message Content intent is whole: only what is said to nobody goes unheard', async () => {
  const scene = await openScene({ pages: STORIES, discord: { messageContent: false } })
  const { discord } = scene
  const { general } = discord
  const bot = await scene.startBot()
  const [mira, olaf] = [discord.person('mira'), discord.person('olaf')]
  mira.post(general, STORY)
  const post = mira.post(general, `<@${discord.bot.id}> ${fresh()}`)
  const thread = await threadOf(scene, post)
  const card = await cardIn(scene, thread)
  await untilDone(bot, post.id)
  expect(wordsOf(card)).toContain("I can't see plain messages here")
  mira.post(thread, QUESTION)
  olaf.post(thread, `<@${discord.bot.id}> ${QUESTION}`)
  await said(scene, thread, /olaf asks/u)
  const form = mira.press(card, 'Ask')
  await discord.form(form)
  await told(scene, mira.submit(form, { question: 'How much would a full repair cost?' }), /Done/u)
  const silent = olaf.post(general, `<${fresh()}>`)
  await told(scene, mira.menu(silent, 'Summarize'), /Done/u)
  mira.post(general, `<@${discord.bot.id}> please`, { replyTo: olaf.post(general, fresh()) })
  await said(scene, general, /I can't see what that message says.*Apps → Summarize/u)
  await told(scene, mira.slash(general, 'summarize', { url: fresh() }), /Done/u)
  // The link that was posted to nobody, and the plain question, left no trace.
  expect(scene.web.count('/harbour')).toBe(0)
  expect(everythingSaid(scene)).not.toContain(`mira asks: ${QUESTION}`)
  expect(slowest(discord.interactions())).toBeLessThan(3000)
})
