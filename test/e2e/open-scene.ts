import { expect, onTestFinished } from 'vitest'
import { type RunningBot, type Scene, type SceneOptions, startScene } from '../support/discord-scene.ts'
import type { Interaction } from '../support/loopback-discord/interactions.ts'
import { buttonsOf } from '../support/loopback-discord/people.ts'
import { type Channel, type Message, wordsOf } from '../support/loopback-discord/world.ts'

export const STORY = 'http://news.example/harbour'

/** A scene that ends with the test, and in which no rule of Discord's was broken and nobody was pinged. */
export async function openScene(options: SceneOptions = {}): Promise<Scene> {
  const scene = await startScene(options)
  const { discord } = scene
  onTestFinished(async () => {
    expect(discord.violations, 'rules of Discord that were broken').toEqual([])
    expect(discord.pings, 'people who were pinged').toEqual([])
  })
  onTestFinished(() => scene.close())
  return scene
}

/** Waits until the bot is done with what this message or interaction asked for. */
export async function untilDone({ assistant }: RunningBot, id: string): Promise<void> {
  await expect.poll(async () => (await assistant.tasks.find(id))?.state, WAIT).toMatch(/done|failed/u)
}

const WAIT = { interval: 10, timeout: 30_000 }

/** The thread that was started from this message, once there is one. */
export function threadOf({ discord }: Scene, message: Message): Promise<Channel> {
  return discord.until('a thread', () => discord.threads().find(({ id }) => id === message.id))
}

/** The card of a summary, once it stands in this channel or thread. */
export const cardIn = (scene: Scene, channel: Channel): Promise<Message> => said(scene, channel, /^1\. /mu)

/** The bot's newest message in this channel that shows these words, once there is one. */
export function said({ discord }: Scene, channel: Channel, words: RegExp): Promise<Message> {
  return discord.until(String(words), () =>
    discord.messagesIn(channel).findLast((message) => message.author.bot && words.test(wordsOf(message))),
  )
}

/** What an interaction was answered with, for its user alone, once it shows these words. */
export function told({ discord }: Scene, interaction: Interaction, words: RegExp): Promise<Message> {
  return discord.until(String(words), () =>
    [interaction.original, ...interaction.followUps].find(
      (message) => message !== null && message.seenBy === interaction.user.id && words.test(wordsOf(message)),
    ),
  )
}

/** Everything that the bot has shown anybody and that still stands. */
export const everythingSaid = ({ discord }: Scene): string =>
  [...discord.everyMessage(), ...discord.threads().map(({ name }) => ({ content: name, components: [] }))]
    .map(wordsOf)
    .join('\n')

/** The numbered points of a card as a reader sees them: no addresses, no escapes, no numbers. */
export const pointsOn = (message: Message): string[] =>
  [...wordsOf(message).matchAll(/^\d+\. (.*)$/gmu)].map(([, point = '']) =>
    point.replace(/\[([^\]]*)\]\([^()\s]*\)/gu, '$1').replace(/\\(?=[^\p{L}\p{N}\s])/gu, ''),
  )

/** What a point shows as the article's own words: from the first “ to the last ”. */
export const quoteIn = (point: string): string => /“\u200a?(.*?)\u200a?”(?!.*”)/u.exec(point)?.[1] ?? ''

/** What stands on the buttons of a message. */
export const labels = ({ components }: Message): string[] => buttonsOf(components).map(({ label }) => label)
