import { spawn } from 'node:child_process'
import { createInterface } from 'node:readline'
import { fileURLToPath } from 'node:url'
import { ratio } from './figures.ts'

const ARTICLES = 10_000
const EARLY = 0.1

interface Sample {
  readonly articles: number
  readonly rss: number
  readonly heap: number
  readonly seconds: number
}

/** What the process holds after a tenth of the articles and after all of them: read, summarised and stored, each another page. */
export async function benchMemory(articles: number = ARTICLES): Promise<void> {
  const file = fileURLToPath(new URL('memory-run.ts', import.meta.url))
  const child = spawn(process.execPath, ['--expose-gc', file, String(articles)], {
    stdio: ['ignore', 'pipe', 'inherit'],
  })
  const samples: Sample[] = []
  for await (const line of createInterface({ input: child.stdout })) samples.push(JSON.parse(line) as Sample)
  const early = samples.find((each) => each.articles >= articles * EARLY)
  const late = samples.at(-1)
  if (early === undefined || late === undefined) throw new Error('The run ended before it was measured')
  const say = ({ articles: count, rss, heap }: Sample): string =>
    `${rss.toFixed(0)} MB (heap ${heap.toFixed(1)} MB) after ${count.toLocaleString('en')}`
  console.log(
    `memory     ${say(early)}, ${say(late)} articles: ${ratio(late.rss / early.rss)} × the memory, ${ratio(late.heap / early.heap)} × the heap, in ${late.seconds.toFixed(0)} s`,
  )
}
