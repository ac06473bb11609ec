import { expect } from 'vitest'
import { createOpenAIModel } from '../../src/adapters/model/openai.ts'
import { createSlots } from '../../src/adapters/model/slots.ts'
import { loadPrompts } from '../../src/adapters/prompts.ts'
import type { CountingMeter } from '../../src/app/budget.ts'
import type { Engine, EngineSummary } from '../../src/app/engine.ts'
import { createModelEngine } from '../../src/app/model/model-engine.ts'
import type { Model } from '../../src/app/ports.ts'
import type { Article } from '../../src/core/article.ts'
import { FootnoteError } from '../../src/core/error.ts'
import { anArticle } from './an-article.ts'
import { freeMeter } from './free-meter.ts'
import { honestClaim } from './honest-model.ts'
import { type Behaviour, type LoopbackModel, type Script, startLoopbackModel } from './loopback-model.ts'

export const PARAGRAPHS = [
  'The council of Varnö voted on Tuesday to close the old harbour bridge for eleven weeks, starting in March.',
  'Engineers found cracks in two of its nine pillars, a report said, but did not call the bridge unsafe.',
  '“We would rather be late than sorry,” said mayor Ilse Brandt after the meeting in the town hall.',
  'The ferry company will reportedly add about 40 crossings a day, although it has not signed a contract.',
  'Shop owners on the east quay fear that they will lose a third of their customers during the closure.',
  'A decision on who pays the repair, put at 3.4 million crowns, was put off until the meeting in May.',
]
export const ARTICLE = anArticle(PARAGRAPHS)
export const LONG = anArticle(
  Array.from(
    { length: 160 },
    (_, n) =>
      `Paragraph number ${n + 1} tells how lock keeper ${n + 1} counted ${n * 7 + 3} boats on day ${n + 1} of the regatta. ${'The water was calm and the crowd stood along the banks. '.repeat(3)}`,
  ),
)
export const OPTIONS = { length: 'standard', language: null } as const

/** The model engine with its real adapter, on a scripted server. */
export interface EngineBench {
  readonly engine: Engine
  readonly server: LoopbackModel
  /** Calls counted before they were sent. */
  readonly taken: () => number
}

export interface BenchSizes {
  readonly context?: number
  readonly output?: number
  /** Calls that may be made. */
  readonly limit?: number
  readonly fallback?: string
  readonly atOnce?: number
  /** Milliseconds after which a silent server is given up. */
  readonly silence?: number
}

let open: LoopbackModel[] = []

/** Starts a server and an engine on it; `closeBenches` ends all that were started. */
export async function openBench(script: Script, sizes: BenchSizes = {}): Promise<EngineBench> {
  const server = await startLoopbackModel(script)
  open.push(server)
  let taken = 0
  const slots = createSlots(sizes.atOnce ?? 2)
  const modelNamed = (name: string): Model =>
    createOpenAIModel({
      apiKey: null,
      baseUrl: server.baseUrl,
      name,
      contextTokens: sizes.context ?? 8192,
      maxOutputTokens: sizes.output ?? 1000,
      slots,
      timeouts: {
        firstByte: sizes.silence ?? 8000,
        betweenBytes: sizes.silence ?? 5000,
        total: 15_000,
        backoff: 5,
      },
    })
  const openMeter = (): CountingMeter => {
    const free = freeMeter()
    return {
      ...free,
      reserve: async (worst) => {
        if (taken >= (sizes.limit ?? Number.POSITIVE_INFINITY)) {
          throw new FootnoteError('budget-spent', 'Spent.')
        }
        taken++
        return free.reserve(worst)
      },
    }
  }
  const engine = createModelEngine({
    model: modelNamed('tiny'),
    prompts: await loadPrompts('prompts'),
    openMeter,
    fallback: sizes.fallback === undefined ? null : { model: modelNamed(sizes.fallback), openMeter },
  })
  return { engine, server, taken: () => taken }
}

export async function closeBenches(): Promise<void> {
  await Promise.all(open.map((server) => server.close()))
  open = []
}

export const json = (value: unknown): Behaviour => ({ kind: 'reply', text: JSON.stringify(value) })
export const aClaim = (n: number, more: object = {}): object => ({
  ...honestClaim({ id: `P${n}`, text: PARAGRAPHS[n - 1]! }),
  ...more,
})
export const lie = {
  text: 'Dragons ate the bridge.',
  passage: 'P1',
  quote: 'dragons came at night and ate the whole bridge',
  speaker: null,
}

export function expectProven(article: Article, { claims }: Pick<EngineSummary, 'claims'>): void {
  for (const { quotes } of claims) {
    expect(quotes.length).toBeGreaterThan(0)
    for (const quote of quotes) expect(article.text.slice(quote.start, quote.end)).toBe(quote.text)
  }
}
