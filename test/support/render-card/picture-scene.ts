import { CAPTCHA_PAGE } from '../../e2e/pages.ts'
import { type Scene, startScene } from '../discord-scene.ts'
import type { Interaction } from '../loopback-discord/interactions.ts'
import { type Channel, isEphemeral, type Message, wordsOf } from '../loopback-discord/world.ts'
import type { Shown } from './page-html.ts'
import { EDITED_PAGE, STORY_PAGE, STORY_PASTED, storyModel } from './picture-story.ts'

const STORY = 'http://news.example/harbour'
const DAY = 24 * 60 * 60 * 1000

/** Plays what people do on the pictures with the real bot; the messages of each picture, as they were sent. */
export async function playPictures(): Promise<Readonly<Record<string, readonly Shown[]>>> {
  let page = STORY_PAGE
  let ago = 2 * DAY
  const scene = await startScene({
    model: storyModel,
    pages: {
      '/harbour': (_, response) => {
        response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(page)
      },
      '/locked': CAPTCHA_PAGE,
    },
    clock: () => Date.now() - ago,
    environment: { OPENAI_MODEL: 'example-model', OPENAI_PRICES: 'example-model=0.15/0.075/0.60' },
  })
  try {
    const { discord } = scene
    await scene.startBot()
    const first = await playCard(scene)
    const pasted = await playPasted(scene)
    const failure = await playFailure(scene)
    ago = 0
    page = EDITED_PAGE
    const seen = await playSeenBefore(scene)
    const managed = await playManaging(scene)
    if (discord.violations.length > 0) throw new Error(`Rules were broken: ${discord.violations.join(', ')}`)
    return { ...first, pasted, failure, 'seen-before': seen, ...managed }
  } finally {
    await scene.close()
  }
}

async function playCard(scene: Scene) {
  const { discord } = scene
  const mira = discord.person('mira')
  const post = mira.post(discord.general, STORY)
  const thread = await threadOf(scene, post)
  const card = await said(scene, thread, /^6\. /mu)
  const cardThen = shown(card)
  const known = mira.post(thread, 'How much would a full repair cost?')
  const answer = await said(scene, thread, /48 million crowns\.\*\*/u)
  const unknown = mira.post(thread, 'When was the quay built?')
  const refusal = await said(scene, thread, /Not in the article/u)
  const sources = await told(scene, mira.press(card, 'Sources'), /the words behind each point/u)
  const more = await told(scene, mira.press(card, 'More'), /More/u)
  const moreThen = shown(more)
  const who = await told(scene, mira.press(more, 'Who says what'), /found by rules/u)
  return {
    card: [cardThen],
    answer: [shown(known), shown(answer)],
    'not-in-article': [shown(unknown), shown(refusal)],
    sources: [shown(sources)],
    more: [moreThen],
    who: [shown(who)],
  }
}

async function playPasted(scene: Scene): Promise<Shown[]> {
  const { discord } = scene
  const files = [{ name: 'message.txt', text: STORY_PASTED, type: 'text/plain' }]
  const post = discord.person('olaf').post(discord.general, `<@${discord.bot.id}>`, { files })
  return [shown(await said(scene, await threadOf(scene, post), /^6\. /mu))]
}

async function playFailure(scene: Scene): Promise<Shown[]> {
  const { discord } = scene
  discord.person('runa').post(discord.general, `<@${discord.bot.id}> http://news.example/locked`)
  return [shown(await said(scene, discord.general, /page-blocked/u))]
}

async function playSeenBefore(scene: Scene): Promise<Shown[]> {
  const { discord } = scene
  const post = discord.person('sven').post(discord.channel('links'), STORY)
  return [shown(await said(scene, await threadOf(scene, post), /Edited since this was read/u))]
}

async function playManaging(scene: Scene) {
  const { discord } = scene
  const guild = discord.guild('Chess club', { withBot: false })
  const moderators = discord.channel('moderators', { guild, hiddenFrom: 'everyone' })
  const news = discord.channel('news', { guild })
  const links = discord.channel('links', { guild })
  discord.changeGuild({ publicUpdatesChannelId: moderators.id }, guild)
  discord.join(guild)
  const greeting = await said(scene, moderators, /Thank you for adding me/u)
  const greetingThen = shown(greeting)
  const head = discord.ownerOf(guild)
  const panel = await told(scene, head.slash(news, 'settings'), /Settings of/u)
  await told(scene, head.choose(panel, 'settings:channels', [news, links]), /in #news and #links/u)
  const opened = head.press(panel, 'Minimum words, limits, sites')
  const form = (await discord.form(opened)) as unknown as NonNullable<Shown['form']>
  const sent = head.submit(opened, { words: '400', summaries: '50', sites: 'gossip.example' })
  const filled = await told(scene, sent, /gossip\.example/u)
  const names = Object.fromEntries([news, links].map(({ id, name }) => [id, name]))
  return {
    greeting: [greetingThen],
    settings: [{ ...shown(filled), names }],
    'settings-form': [{ content: '', components: [], form }],
  }
}

const threadOf = ({ discord }: Scene, message: Message): Promise<Channel> =>
  discord.until('a thread', () => discord.threads().find(({ id }) => id === message.id))

const said = ({ discord }: Scene, channel: Channel, words: RegExp): Promise<Message> =>
  discord.until(String(words), () =>
    discord.messagesIn(channel).findLast((message) => message.author.bot && words.test(wordsOf(message))),
  )

const told = ({ discord }: Scene, interaction: Interaction, words: RegExp): Promise<Message> =>
  discord.until(String(words), () =>
    [interaction.original, ...interaction.followUps].find(
      (message) => message !== null && words.test(wordsOf(message)),
    ),
  )

/** A message as it looks now: it may be edited later. */
const shown = (message: Message): Shown => ({
  ...(!message.author.bot && { by: message.author.username }),
  content: message.content,
  components: structuredClone(message.components) as Shown['components'],
  ephemeral: isEphemeral(message),
})
