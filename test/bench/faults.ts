import { counted } from '../../src/core/counted.ts'
import { sayDollars } from '../../src/core/price.ts'
import { startScene } from '../support/discord-scene.ts'
import { wordsOf } from '../support/loopback-discord/world.ts'
import { MODEL_FAULTS, type ModelFault } from '../support/model-faults.ts'

/** A dollar for a million tokens read and two for a million written: round figures, nobody's price. */
const PRICES = 'loopback-1=1/0.5/2,spare=1/0.5/2'
/** Some faults take a minute to be sure of; nothing is measured against the machine. */
const AT_ONCE = 5
const LONGEST_MILLISECONDS = 200_000

/**
 * Every way in which a model fails, with the timeouts and pauses as shipped: what the reader saw in the end, how many
 * requests were sent, what was spent, and how long it took. A Markdown table.
 */
export async function benchFaults(): Promise<void> {
  const rows = new Map<ModelFault, string>()
  const waiting = [...MODEL_FAULTS]
  const work = async (): Promise<void> => {
    for (let fault = waiting.shift(); fault !== undefined; fault = waiting.shift()) {
      rows.set(fault, await play(fault))
    }
  }
  await Promise.all(Array.from({ length: AT_ONCE }, work))
  console.log('| fault | what the reader saw | requests | spent | time |\n| --- | --- | --- | --- | --- |')
  for (const fault of MODEL_FAULTS) console.log(rows.get(fault))
}

async function play({ name, script, environment, page }: ModelFault): Promise<string> {
  const scene = await startScene({
    model: script,
    pages: page === undefined ? {} : { '/harbour': page },
    environment: { OPENAI_PRICES: PRICES, ...environment },
    modelTimeouts: { backoff: undefined },
  })
  try {
    const { discord } = scene
    const bot = await scene.startBot()
    const started = performance.now()
    const post = discord
      .person('mira')
      .post(discord.general, `<@${discord.bot.id}> http://news.example/harbour`)
    while (!/done|failed/u.test((await bot.assistant.tasks.find(post.id))?.state ?? '')) {
      if (performance.now() - started > LONGEST_MILLISECONDS) return `| ${name} | **HANGING** | | | |`
      await new Promise((resolve) => setTimeout(resolve, 20))
    }
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    const thread = discord.threads().find(({ id }) => id === post.id)
    const [shown] = thread === undefined ? [] : discord.messagesIn(thread)
    const words = shown === undefined ? 'nothing' : sayShown(wordsOf(shown))
    const [today] = await bot.assistant.spending.list('2000-01-01')
    const { calls = 0, nanodollars = 0 } = today ?? {}
    return `| ${name} | ${words} | ${calls} | ${sayDollars(nanodollars)} | ${seconds} s |`
  } finally {
    await scene.close()
  }
}

/** A failure by its first line and code, a card by its points and what it says of its making. */
function sayShown(words: string): string {
  const points = words.match(/^\d+\. /gmu)?.length ?? 0
  if (points === 0) {
    const code = /^-# ([a-z-]+)/mu.exec(words)?.[1] ?? ''
    return `${words
      .split('\n', 1)[0]
      ?.replaceAll('**', '')
      .replace(/<t:\d+:R>/u, 'in …')} \`${code}\``
  }
  const notice = /^-# (?!From |by |Fjord)(.*(?:model|read|wrote).*)$/mu.exec(words)?.[1]
  return `a card of ${counted(points, 'point')}${notice === undefined ? '' : `; “${notice.replaceAll('\\', '')}”`}`
}
