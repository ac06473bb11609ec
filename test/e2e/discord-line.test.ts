import { describe, expect, it } from 'vitest'
import { honestModel } from '../support/honest-model.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import type { Behaviour, ModelCall } from '../support/loopback-model.ts'
import { cardIn, everythingSaid, openScene, said, threadOf, told, untilDone } from './open-scene.ts'
import { REPORT_PAGES, reportLink } from './report-pages.ts'

const ONE_AT_ONCE = { GUILD_REQUESTS_AT_ONCE: '1' }

/** A model that answers when it is told to. */
function heldModel() {
  const { promise: held, resolve: release } = Promise.withResolvers<void>()
  const script = async (call: ModelCall): Promise<Behaviour> => {
    await held
    return honestModel(3)(call)
  }
  return { script, release }
}

/** A scene in which one thing of a guild is done at once, and that not before `release`. */
async function openHeldScene(environment: Readonly<Record<string, string>> = {}) {
  const { script, release } = heldModel()
  const scene = await openScene({
    pages: REPORT_PAGES,
    model: script,
    environment: { ...ONE_AT_ONCE, ...environment },
  })
  return { scene, release }
}

describe('a guild that asks for more than can be done at once', () => {
  it('waits in a line that tells each their place, and everybody is served', async () => {
    const { scene, release } = await openHeldScene()
    const { discord } = scene
    await scene.startBot()
    const people = ['mira', 'olaf', 'runa', 'sven'].map((name) => discord.person(name))
    const [first, second] = people
      .slice(0, 2)
      .map((person, index) => person.slash(discord.general, 'summarize', { url: reportLink(index + 1) }))
    await told(scene, second!, /Waiting: next in line …/u)
    const third = people[2]!.slash(discord.general, 'summarize', { url: reportLink(3) })
    await told(scene, third, /Waiting: 2nd in line …/u)
    const post = people[3]!.post(discord.general, `<@${discord.bot.id}> ${reportLink(4)}`)
    await said(scene, discord.general, /Waiting: 3rd in line …/u)
    await expect.poll(() => scene.model.requests.length).toBe(1)
    // Another party is not held up: a direct message is read at once.
    const direct = people[3]!.whisper(reportLink(5))
    await expect.poll(() => scene.model.requests.length).toBe(2)
    release()
    for (const command of [first!, second!, third]) await told(scene, command, /Done/u)
    await cardIn(scene, await threadOf(scene, post))
    await said(scene, discord.channelOf(direct), /^1\. /mu)
    expect(everythingSaid(scene)).not.toContain('Waiting')
    expect(scene.model.requests).toHaveLength(5)
  })

  it('answers a question in the message that told its place', async () => {
    const { script, release } = heldModel()
    const scene = await openScene({ pages: REPORT_PAGES, environment: ONE_AT_ONCE })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const threads = []
    for (const n of [1, 2]) {
      const thread = await threadOf(scene, mira.post(discord.general, reportLink(n)))
      await cardIn(scene, thread)
      threads.push(thread)
    }
    const before = scene.model.requests.length
    scene.model.setBehaviour(script)
    mira.post(threads[0]!, 'How many passengers were on board?')
    await expect.poll(() => scene.model.requests.length).toBe(before + 1)
    mira.post(threads[1]!, 'How much would the repair cost?')
    const waiting = await said(scene, threads[1]!, /Waiting: next in line …/u)
    // Articles are read meanwhile: a question holds none of them up.
    const other = discord.person('olaf').slash(discord.general, 'summarize', { url: reportLink(3) })
    await expect.poll(() => scene.model.requests.length).toBe(before + 2)
    release()
    const answer = await said(scene, threads[1]!, /48 million crowns.*Paragraph/su)
    expect(answer.id).toBe(waiting.id)
    await told(scene, other, /Done/u)
  })

  it('is told at a stop what became of what waited, and the next start does it', async () => {
    const { scene, release } = await openHeldScene()
    const { discord } = scene
    const bot = await scene.startBot()
    const mira = discord.person('mira')
    mira.slash(discord.general, 'summarize', { url: reportLink(1) })
    await expect.poll(() => scene.model.requests.length).toBe(1)
    const waiting = mira.post(discord.general, `<@${discord.bot.id}> ${reportLink(2)}`)
    await said(scene, discord.general, /Waiting: next in line/u)
    const stopped = bot.stop()
    // Nothing is dropped silently, not even in the seconds of a stop.
    discord.person('olaf').post(discord.general, `<@${discord.bot.id}> ${reportLink(3)}`)
    await said(scene, discord.general, /I am being restarted/u)
    expect(scene.model.requests).toHaveLength(1)
    await stopped
    await said(scene, discord.general, /I was restarted while reading this/u)
    release()
    const next = await scene.startBot()
    await cardIn(scene, await threadOf(scene, waiting))
    await untilDone(next, waiting.id)
    expect(everythingSaid(scene)).not.toMatch(/I was restarted/u)
  })

  it('is refused in words beyond the length of its line', async () => {
    const { scene, release } = await openHeldScene({ GUILD_QUEUE_LENGTH: '1' })
    const { discord } = scene
    await scene.startBot()
    const mira = discord.person('mira')
    const first = mira.slash(discord.general, 'summarize', { url: reportLink(1) })
    await expect.poll(() => scene.model.requests.length).toBe(1)
    const second = mira.slash(discord.general, 'summarize', { url: reportLink(2) })
    await told(scene, second, /next in line/u)
    const third = mira.slash(discord.general, 'summarize', { url: reportLink(3) })
    const refusal = await told(scene, third, /limit-reached/u)
    expect(wordsOf(refusal)).toContain('no more fit in the line')
    release()
    await told(scene, first, /Done/u)
    await told(scene, second, /Done/u)
    await told(scene, mira.press(refusal, 'Retry'), /Done/u)
  })

  it('reads a link once for all who ask for it, on one place in the line', async () => {
    const { scene, release } = await openHeldScene({ GUILD_QUEUE_LENGTH: '1' })
    const { discord } = scene
    await scene.startBot()
    const people = ['mira', 'olaf', 'runa'].map((name) => discord.person(name))
    const commands = people.map((person) =>
      person.slash(discord.general, 'summarize', { url: reportLink(1) }),
    )
    await expect.poll(() => scene.model.requests.length).toBe(1)
    release()
    for (const command of commands) await told(scene, command, /Done/u)
    expect(scene.model.requests).toHaveLength(1)
    expect(scene.web.count('/story-1')).toBe(1)
  })
})
