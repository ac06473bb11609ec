import { expect } from 'vitest'
import type { RunningBot, Scene } from '../support/discord-scene.ts'
import type { Person } from '../support/loopback-discord/people.ts'
import type { Channel, Guild } from '../support/loopback-discord/world.ts'
import { cardIn, said, threadOf, told, untilDone } from './open-scene.ts'
import { articlePage, HARBOUR_PARAGRAPHS } from './pages.ts'

/** A page whose words say whose they are: the word stands in its title and in every paragraph. */
export const pageOf = (word: string): string =>
  articlePage(`The ${word} closes its old harbour`, paragraphsOf(word))

const paragraphsOf = (word: string): string[] =>
  HARBOUR_PARAGRAPHS.map((paragraph) => `At the ${word} they say so. ${paragraph}`)

export interface Life {
  /** Of the link that was posted. */
  readonly thread: Channel
  /** Everything in Discord that the person did or was shown, by id. */
  readonly ids: readonly string[]
}

/**
 * One person in one guild uses every way in, and all that they give and ask holds this word. The pages `/word`, `/word-2`
 * and `/word-3` are to be served, and `/word-gone` is not.
 */
export async function liveIn(
  scene: Scene,
  bot: RunningBot,
  guild: Guild,
  person: Person,
  word: string,
): Promise<Life> {
  const { discord } = scene
  const { general } = guild
  const page = (which = ''): string => `http://news.example/${word}${which}`
  const text = paragraphsOf(`${word}-paste`).join('\n\n')
  const file = { name: `${word}.md`, text: paragraphsOf(`${word}-file`).join('\n\n'), type: 'text/markdown' }
  const question = `How many passengers did the ${word} have on board?`
  const ids = [person.id, general.id]

  const link = person.post(general, `Look at this ${word}: ${page()}`)
  const thread = await threadOf(scene, link)
  const card = await cardIn(scene, thread)
  await untilDone(bot, link.id)
  const asked = person.post(thread, question)
  await untilDone(bot, asked.id)
  ids.push(link.id, thread.id, card.id, asked.id)

  const used = async (interaction: ReturnType<Person['slash']>, words: RegExp): Promise<void> => {
    await told(scene, interaction, words)
    await untilDone(bot, interaction.id)
    ids.push(interaction.id)
  }
  await used(person.slash(general, 'summarize', { text }), /Done/u)
  const empty = person.slash(general, 'summarize')
  await discord.form(empty)
  await used(person.submit(empty, { file: [file] }), /Done/u)
  await used(person.slash(general, 'ask', { question, url: page('-2') }), /Done/u)
  // Stays as it was asked for, until somebody presses Retry.
  const secret = `${page('-gone')}?token=${word}-token`
  await used(person.slash(general, 'summarize', { url: secret }), /Retry|could not|no page/u)
  const form = person.press(card, 'Ask')
  await discord.form(form)
  await used(person.submit(form, { question: `And what does a repair of the ${word} cost?` }), /Done/u)
  const menu = await told(scene, person.press(card, 'More'), /More/u)
  await told(scene, person.press(menu, 'Longer'), /^1\. /mu)
  const forward = person.forward(link, general)
  await untilDone(bot, forward.id)

  const elsewhere = discord.guild(`Elsewhere of ${word}`, { withBot: false })
  await used(person.slash(elsewhere.general, 'summarize', { text: `${text}\n\nSeen elsewhere.` }), /^1\. /mu)
  const whisper = person.whisper(page('-3'))
  const direct = discord.channelOf(whisper)
  await cardIn(scene, direct)
  await untilDone(bot, whisper.id)
  const whispered = person.whisper(question)
  await said(scene, direct, /passengers/u)
  await untilDone(bot, whispered.id)
  ids.push(forward.id, elsewhere.id, elsewhere.general.id, whisper.id, direct.id, whispered.id)

  const head = discord.ownerOf(guild)
  const panel = await told(scene, head.slash(general, 'settings'), /Settings of/u)
  await told(scene, head.choose(panel, 'settings:length', ['long']), /long/iu)
  expect(await bot.assistant.forgetting.guilds()).toContain(guild.id)
  return { thread, ids }
}
