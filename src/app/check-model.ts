import { counted } from '../core/counted.ts'
import { throwIfCancelled } from '../core/error.ts'
import { costOf, type Price, sayDollars } from '../core/price.ts'
import { sayAmount } from './caps.ts'
import { attempt, type Check, failed, failedBy, ok, skipped, warning } from './check.ts'
import { checkContext } from './check-context.ts'
import { decodeKeep } from './model/decode-reply.ts'
import { REPLY_FORMS } from './model/reply-forms.ts'
import type { Cap, ListedModel, Meter, Model } from './ports.ts'

/** A model that is to be checked. */
export interface ModelSeat {
  /** The names of its checks begin with it. */
  readonly title: 'model' | 'fallback'
  readonly model: Model & { takesSchema(): boolean }
  /** Of its server, as it can be shown. */
  readonly address: string
  readonly isOwnServer: boolean
  /** Free of charge; null where the server lists none. */
  readonly list: () => Promise<readonly ListedModel[] | null>
  /** Null: nothing can be paid for, so nothing is asked. */
  readonly meter: Meter | null
  readonly price: Price | null
  /** What holds in place of money where there is no price. */
  readonly tokenCap: Cap | undefined
  /** Variables that are called otherwise for this model: `OPENAI_MODEL` is `OPENAI_FALLBACK_MODEL`. */
  readonly variables: Readonly<Record<string, string>>
}

/** Checks one model: its server, its name there, what it answers, how much it reads at once, what it costs. */
export async function* checkModel(seat: ModelSeat, signal?: AbortSignal): AsyncGenerator<Check> {
  const rename = (words: string): string =>
    words.replaceAll(/\bOPENAI_[A-Z_]+\b/gu, (name) => seat.variables[name] ?? name)
  for await (const check of checksOf(seat, signal)) {
    const { name, found, remedy } = check
    yield {
      ...check,
      name: `${seat.title} ${name}`,
      found: rename(found),
      remedy: remedy === null ? null : rename(remedy),
    }
  }
}

async function* checksOf(seat: ModelSeat, signal: AbortSignal | undefined): AsyncGenerator<Check> {
  const listing = await attempt('server', seat.list, signal)
  if ('failure' in listing) {
    yield listing.failure
    for (const name of ['name', 'reply', 'context']) yield skipped(name, 'Not checked without its server.')
  } else {
    const models = listing.value
    yield ok('server', `${seat.address} answers, and ${saysList(models)}.`)
    const { check, hasReplied } = await checkReply(seat, signal)
    yield checkName(seat.model.name, models, check.status)
    yield check
    const listed = findListed(seat.model.name, models ?? [])
    yield await checkContext({ ...seat, listed, hasReplied }, signal)
  }
  yield checkPrice(seat)
}

const saysList = (models: readonly ListedModel[] | null): string =>
  models === null ? 'does not list its models' : `lists ${counted(models.length, 'model')}`

const NAMES_SHOWN = 5

function checkName(name: string, models: readonly ListedModel[] | null, reply: Check['status']): Check {
  if (models === null || models.length === 0) {
    return skipped('name', `Not checked: the server lists no models. It is asked for ${name}.`)
  }
  if (findListed(name, models) !== undefined) return ok('name', `The server has ${name}.`)
  const some = models.slice(0, NAMES_SHOWN).map((listed) => listed.name)
  const more = models.length > some.length ? ` and ${models.length - some.length} more` : ''
  const [found, remedy] = [
    `The server does not list ${name}.`,
    `Set OPENAI_MODEL to one that it lists: ${some.join(', ')}${more}.`,
  ]
  return reply === 'failed' ? failed('name', found, remedy) : warning('name', found, remedy)
}

/** Ollama lists `llama3.1:latest` for what everybody calls `llama3.1`. */
const findListed = (name: string, models: readonly ListedModel[]): ListedModel | undefined =>
  models.find((listed) => listed.name === name) ?? models.find((listed) => listed.name === `${name}:latest`)

const EXAMPLE = '{"keep": [1]}'

async function checkReply(
  { model, meter }: ModelSeat,
  signal: AbortSignal | undefined,
): Promise<{ readonly check: Check; readonly hasReplied: boolean }> {
  if (meter === null) {
    const found = 'Not asked: without storage no call is made, because nobody could count it.'
    return { check: skipped('reply', found), hasReplied: false }
  }
  try {
    const { text } = await model.complete(
      {
        messages: [
          { role: 'system', content: `You answer with JSON and nothing else, such as ${EXAMPLE}` },
          { role: 'user', content: `Answer with ${EXAMPLE}` },
        ],
        reply: REPLY_FORMS.keep,
        maxOutputTokens: model.maxOutputTokens,
      },
      { ...(signal !== undefined && { signal }), meter },
    )
    return { check: judgeReply(text, model.takesSchema()), hasReplied: true }
  } catch (thrown) {
    throwIfCancelled(signal)
    return { check: failedBy('reply', thrown), hasReplied: false }
  }
}

function judgeReply(text: string, takesSchema: boolean): Check {
  if (decodeKeep(text).length === 0) {
    const remedy = 'Most points of such a model cannot be used: set another one in OPENAI_MODEL.'
    return warning('reply', 'It answers, but not with the JSON that it is asked for.', remedy)
  }
  if (takesSchema) return ok('reply', 'It answers, and in the form that it is asked for (json_schema).')
  const found = 'It answers, but its server does not take json_schema, so it is asked for JSON in words.'
  return warning('reply', found, 'Nothing has to be done; a newer version of the server may do better.')
}

const A_MILLION = 1_000_000

function checkPrice({ model, price, tokenCap }: ModelSeat): Check {
  if (price === null) {
    const instead =
      tokenCap === undefined
        ? 'and nothing caps its tokens'
        : `and DAILY_TOKEN_LIMIT (${sayAmount(tokenCap, tokenCap.most)} a day) caps it in their place`
    const found = `OPENAI_PRICES does not say what ${model.name} costs, so dollars are not counted, ${instead}.`
    const remedy = `Set OPENAI_PRICES=${model.name}=INPUT/CACHED/OUTPUT (dollars for a million tokens; a comma before the next model), or ${model.name}=0/0/0 for one on your own machine.`
    return warning('price', found, remedy)
  }
  const [input, cached, output] = [
    { input: A_MILLION, cached: 0, output: 0 },
    { input: A_MILLION, cached: A_MILLION, output: 0 },
    { input: 0, cached: 0, output: A_MILLION },
  ].map((tokens) => sayDollars(costOf(price, tokens)))
  const found =
    price.input + price.cached + price.output === 0
      ? `OPENAI_PRICES says that ${model.name} costs nothing.`
      : `${input} for a million tokens of input, ${cached} where cached, ${output} of output.`
  return ok('price', found)
}
