import { afterEach, expect, it } from 'vitest'
import { createBreaker } from '../../../src/adapters/model/breaker.ts'
import { createOpenAIModel } from '../../../src/adapters/model/openai.ts'
import { loadPrompts } from '../../../src/adapters/prompts.ts'
import { chooseClaims } from '../../../src/app/model/choose-claims.ts'
import { startTalk } from '../../../src/app/model/model-talk.ts'
import { thinkHere } from '../../../src/app/thoughts.ts'
import type { Claim } from '../../../src/core/claim.ts'
import { freeMeter } from '../../support/free-meter.ts'
import { type LoopbackModel, startLoopbackModel } from '../../support/loopback-model.ts'

let server: LoopbackModel
afterEach(() => server?.close())

const claims: Claim[] = Array.from({ length: 8 }, (_, n) => ({
  text: `Lock keeper ${n + 1} counted boats.`,
  speaker: null,
  quotes: [],
}))

it('a server that is left alone after failures is waited for once before points are chosen', async () => {
  let calls = 0
  server = await startLoopbackModel(() =>
    calls++ < 3 ? { kind: 'status', status: 500 } : { kind: 'reply', text: '{"keep":[7,2]}' },
  )
  const model = createOpenAIModel({
    apiKey: null,
    baseUrl: server.baseUrl,
    name: 'tiny',
    contextTokens: 8192,
    maxOutputTokens: 400,
    breaker: createBreaker(Date.now, { failures: 3, restMilliseconds: 2000 }),
    timeouts: { backoff: 1 },
  })
  const room = { contextTokens: 8192, maxOutputTokens: 400 }
  const talk = startTalk(model, room, freeMeter(), thinkHere, undefined)
  const { merge } = await loadPrompts('prompts')
  const form = { name: 'keep', schema: {} }
  // The vocabulary is loaded with the first count: on a busy machine that takes longer than the rest.
  await model.countTokens('a part')
  await expect(talk.ask([{ role: 'user', content: 'a part' }], form)).rejects.toMatchObject({
    code: 'model-unreachable',
  })
  let rests = 0
  const rest = async (): Promise<void> => {
    rests++
    await new Promise((resolve) => void setTimeout(resolve, 2100))
  }
  const chosen = await chooseClaims({ talk, merge, rest }, [claims], 2)
  expect(chosen.map(({ text }) => text)).toEqual([claims[6]!.text, claims[1]!.text])
  expect([rests, server.requests.length]).toEqual([1, 4])
})
