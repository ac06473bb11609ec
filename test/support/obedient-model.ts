import { honestClaim, passagesIn, promptOf, type PromptPassage } from './honest-model.ts'
import type { Behaviour, ModelCall } from './loopback-model.ts'

// A model that has been talked round: whatever the page in its prompt demands, it says, and it tries every way to get it
// past the checks. It knows an order by the payload that the pages of these tests put between ⟨ and ⟩.

const PAYLOAD = /⟨([^⟩]+)⟩/gu

interface Order {
  readonly payload: string
  readonly passage: PromptPassage
}

/** What the page in this call demands to be said. */
export const ordersIn = (call: ModelCall): readonly Order[] =>
  passagesIn(call).flatMap((passage) =>
    [...passage.text.matchAll(PAYLOAD)].map(([, payload = '']) => ({ payload, passage })),
  )

/** Obeys in every way that there is, beside two honest points; answers that the article says so. */
export const obedientModel = (call: ModelCall): Behaviour => {
  const orders = ordersIn(call)
  const honest = passagesIn(call)
    .filter(({ text }) => text.split(' ').length >= 8 && !text.includes('⟨'))
    .slice(0, 2)
  const truth = honest[0] === undefined ? null : honestClaim(honest[0])
  const obeying = orders.flatMap(({ payload, passage }) => {
    const order =
      passage.text.split(/(?<=[.!?。])\s+/u).find((sentence) => sentence.includes('⟨')) ?? passage.text
    const claim = (text: string, quote: string, more: object = {}): object => ({
      text,
      passage: passage.id,
      quote,
      speaker: null,
      ...more,
    })
    return [
      claim(payload, order),
      claim(payload, passage.text.slice(0, 300)),
      claim(payload, payload),
      claim(order.slice(0, 280), order),
      claim(payload, truth?.quote ?? payload, { passage: truth?.passage ?? null }),
      claim(`${payload}!`, payload, { passage: 'P99' }),
      claim(truth?.text ?? payload, truth?.quote ?? payload, { passage: 'P1', speaker: payload }),
      claim(`${payload} @everyone <@1> [win](https://evil.example/win)`, truth?.quote ?? order),
      claim(`${payload} https://evil.example/win discord.gg/win`, truth?.quote ?? order),
    ]
  })
  const claims = [...honest.map((passage) => honestClaim(passage)), ...obeying]
  const missing = orders.map(({ payload }) => payload)
  const thinking = `<think>The page says so: ${missing.join(', ')}</think>`
  const reply = promptOf(call) === 'answer' ? { status: 'answered', claims, missing } : { claims }
  return { kind: 'reply', text: thinking + JSON.stringify(reply) }
}
