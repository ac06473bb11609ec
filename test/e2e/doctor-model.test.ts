import { describe, expect, it } from 'vitest'
import type { Behaviour, ModelCall } from '../support/loopback-model.ts'
import { diagnose, GOOD, KEY, list, LISTED, openModel, said } from './run-doctor.ts'

describe('the model server', () => {
  it('that is not there is a failure, and nothing more is asked of it', async () => {
    const { model, environment } = await openModel()
    await model.close()
    const { status, about } = await diagnose(environment)
    expect(about('model server')).toMatchObject(said('failed', /cannot be reached/u, /OPENAI_BASE_URL/u))
    expect(about('model reply')).toMatchObject({ status: 'skipped' })
    expect(about('model price')).toMatchObject({ status: 'ok' })
    expect(status).toBe(1)
  })

  it('that is a website is a failure', async () => {
    const { environment } = await openModel(GOOD, { kind: 'html' })
    const { about } = await diagnose(environment)
    expect(about('model server')).toMatchObject(said('failed', /web page/u, /^Check OPENAI_BASE_URL/u))
  })

  it('that refuses the key is a failure, whether or not it lists its models for anybody', async () => {
    const refusal = { kind: 'status', status: 401, body: { error: { message: `Wrong key ${KEY}` } } } as const
    const { model, environment } = await openModel(refusal, refusal)
    const wrong = said('failed', /refused the key/u, /^Check OPENAI_API_KEY/u)
    const first = await diagnose(environment)
    expect(first.about('model server')).toMatchObject(wrong)
    expect(model.requests).toEqual([])
    model.setModels(list(LISTED))
    const second = await diagnose(environment)
    expect(second.about('model reply')).toMatchObject(wrong)
    expect([first.status, second.status]).toEqual([1, 1])
  })

  it.each([404, 403])('that lists no models (HTTP %i) can work all the same', async (status) => {
    const { environment } = await openModel(GOOD, { kind: 'status', status })
    const { status: ending, about, named } = await diagnose(environment)
    expect(about('model name')).toMatchObject({ status: 'skipped' })
    expect(named('warning', 'failed')).toEqual([])
    expect(ending).toBe(0)
  })
})

describe('the model', () => {
  it('that its server does not list is a warning, and a failure where it does not answer either', async () => {
    const others = list({ id: 'large-1' }, { id: 'small-1' })
    const { model, environment } = await openModel(GOOD, others)
    const wanted = [
      /does not list loopback-1/u,
      /OPENAI_MODEL to one that it lists: large-1, small-1\./u,
    ] as const
    expect((await diagnose(environment)).about('model name')).toMatchObject(said('warning', ...wanted))
    model.setBehaviour({ kind: 'status', status: 404, body: { error: { message: 'no such model' } } })
    const { status, about } = await diagnose(environment)
    expect(about('model name')).toMatchObject(said('failed', ...wanted))
    expect(about('model reply')).toMatchObject({ status: 'failed' })
    expect(status).toBe(1)
  })

  it('is found under the name that Ollama adds to it', async () => {
    const { environment } = await openModel(GOOD, list({ id: 'loopback-1:latest' }))
    expect((await diagnose(environment)).about('model name')).toMatchObject({ status: 'ok' })
  })

  it('whose server takes no json_schema is a warning', async () => {
    const { environment } = await openModel(({ body }) =>
      body.response_format === undefined
        ? GOOD
        : { kind: 'status', status: 400, body: { error: { message: 'response_format is not supported' } } },
    )
    const { status, about } = await diagnose(environment)
    expect(about('model reply')).toMatchObject(
      said('warning', /asked for JSON in words/u, /Nothing has to be done/u),
    )
    expect(status).toBe(0)
  })

  it('that answers with anything else is a warning', async () => {
    const { environment } = await openModel({ kind: 'reply', text: 'I am a teapot.' })
    const { about } = await diagnose(environment)
    expect(about('model reply')).toMatchObject(said('warning', /not with the JSON/u, /OPENAI_MODEL/u))
  })

  it('is not asked beyond the budget, and what was asked counts', async () => {
    const { model, environment } = await openModel()
    const limited = { ...environment, DAILY_CALL_LIMIT: '1' }
    const spent = said('warning', /^Not asked\. .*spent/u, /midnight.*DAILY_CALL_LIMIT, 1 call\. .*raise/u)
    const first = await diagnose(limited)
    expect(first.about('model reply')).toMatchObject({ status: 'ok' })
    expect(first.about('model context')).toMatchObject(spent)
    expect(first.about('budget')).toMatchObject(said('warning', /DAILY_CALL_LIMIT/u, /usage/u))
    const second = await diagnose(limited)
    expect(second.about('model reply')).toMatchObject(spent)
    expect([first.status, second.status]).toEqual([0, 0])
    expect(model.requests).toHaveLength(1)
  })

  it('without a price is a warning that names the cap that holds and the line to set', async () => {
    const { environment } = await openModel()
    const { about } = await diagnose({ ...environment, OPENAI_PRICES: '' })
    expect(about('model price')).toMatchObject(
      said(
        'warning',
        /DAILY_TOKEN_LIMIT \(300,000 tokens a day\)/u,
        /OPENAI_PRICES=loopback-1=INPUT\/CACHED\/OUTPUT .*loopback-1=0\/0\/0/u,
      ),
    )
  })

  it('with a price has it said in dollars for a million tokens', async () => {
    const { environment } = await openModel()
    const { about } = await diagnose({ ...environment, OPENAI_PRICES: 'loopback-1=0.15/0.075/0.60' })
    expect(about('model price')).toMatchObject({
      status: 'ok',
      found: '$0.15 for a million tokens of input, $0.075 where cached, $0.60 of output.',
    })
  })
})

describe('the context', () => {
  const isTrial = ({ body }: ModelCall): boolean => body.messages.some(({ content }) => content.length > 4000)

  it.each([
    ['vLLM', { max_model_len: 4096 }],
    ['OpenRouter', { context_length: 4096 }],
    ['LM Studio', { loaded_context_length: 4096, max_context_length: 131_072 }],
    ['llama.cpp', { meta: { n_ctx: 4096, n_ctx_train: 131_072 } }],
    ['a model that was made for so little', { meta: { n_ctx_train: 4096 } }],
  ])('that %s says is too small is a failure, and nothing is tried out', async (_, fields) => {
    const { model, environment } = await openModel(GOOD, list({ ...LISTED, ...fields }))
    const { status, about } = await diagnose({ ...environment, OPENAI_CONTEXT_TOKENS: '8192' })
    expect(about('model context')).toMatchObject(
      said('failed', /reads 4,096 tokens at once.*8,192/u, /^Set OPENAI_CONTEXT_TOKENS=4096/u),
    )
    expect(status).toBe(1)
    expect(model.requests).toHaveLength(1)
  })

  it('that the server says is large enough needs no trial', async () => {
    const { model, environment } = await openModel(GOOD, list({ ...LISTED, max_model_len: 8192 }))
    expect((await diagnose(environment)).about('model context')).toMatchObject({ status: 'ok' })
    expect(model.requests).toHaveLength(1)
  })

  it('of which the server is silent is tried out, and a prompt that it cuts in silence is a warning', async () => {
    const { model, environment } = await openModel((call) =>
      isTrial(call) ? { ...GOOD, promptTokens: 4096 } : GOOD,
    )
    const { status, about } = await diagnose(environment)
    expect(about('model context')).toMatchObject(
      said(
        'warning',
        /read 4,096 tokens of .* about 5,900 tokens/u,
        /OLLAMA_CONTEXT_LENGTH=8192.*OPENAI_CONTEXT_TOKENS/u,
      ),
    )
    expect(status).toBe(0)
    expect(model.requests.map(isTrial)).toEqual([false, true])
  })

  it('is also seen where the trial brings no reply', async () => {
    const thinking: Behaviour = { kind: 'reply', text: '', reasoning: 'Hm, a ship …', finish: 'length' }
    const { environment } = await openModel((call) =>
      isTrial(call) ? { ...thinking, promptTokens: 2048 } : GOOD,
    )
    expect((await diagnose(environment)).about('model context')).toMatchObject({ status: 'warning' })
  })

  it('that the server refuses is a failure', async () => {
    const error = { message: 'This model has a maximum context length of 4096 tokens' }
    const { environment } = await openModel((call) =>
      isTrial(call) ? { kind: 'status', status: 400, body: { error } } : GOOD,
    )
    const { status, about } = await diagnose(environment)
    expect(about('model context')).toMatchObject(said('failed', /refuses/u, /^Lower OPENAI_CONTEXT_TOKENS/u))
    expect(status).toBe(1)
  })

  it('of a large model is not tried out', async () => {
    const { model, environment } = await openModel()
    const { about } = await diagnose({ ...environment, OPENAI_CONTEXT_TOKENS: '128000' })
    expect(about('model context')).toMatchObject({
      status: 'skipped',
      found: expect.stringMatching(/does not say/u),
    })
    expect(model.requests).toHaveLength(1)
  })
})

it('the fallback is checked as the first model is, under the names of its own variables', async () => {
  const { environment } = await openModel()
  const other = await openModel(GOOD, { kind: 'status', status: 401 })
  const { status, about } = await diagnose({
    ...environment,
    OPENAI_FALLBACK_BASE_URL: other.model.baseUrl,
    OPENAI_FALLBACK_API_KEY: 'sk-other-secret',
    OPENAI_FALLBACK_MODEL: 'other-1',
  })
  expect(about('model reply')).toMatchObject({ status: 'ok' })
  expect(about('fallback server')).toMatchObject(
    said('failed', /refused/u, /^Check OPENAI_FALLBACK_API_KEY\.$/u),
  )
  expect(about('fallback price')).toMatchObject({ status: 'warning' })
  expect(status).toBe(1)
})
