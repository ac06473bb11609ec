import { articlePage, HARBOUR_PARAGRAPHS, HARBOUR_TITLE } from '../../e2e/pages.ts'
import { passagesIn, promptOf } from '../honest-model.ts'
import type { Behaviour, ModelCall } from '../loopback-model.ts'

// The invented article on the pictures, and a model that has written its points before.

const CREDIT = 'This story was first published by The Skarvik Post.'

const STORY_PARAGRAPHS: readonly string[] = [
  ...HARBOUR_PARAGRAPHS.slice(0, 4),
  'Fishing boats may use the inner basin for up to two more years, according to the harbour office. After that it will be fenced off, and the crane beside it will be taken down.',
  ...HARBOUR_PARAGRAPHS.slice(4, 7),
  'Council leader Anna Solheim, who wanted the repair, did not come to the quay on Tuesday and did not answer calls. The meeting in March had lasted until two in the morning.',
  ...HARBOUR_PARAGRAPHS.slice(7),
  'On the quay a few hundred people stood in the rain until the boat was out of sight. Some had brought the tickets of their grandparents, others a thermos of coffee and a folding chair.',
  CREDIT,
]

export const STORY_PAGE = articlePage(HARBOUR_TITLE, STORY_PARAGRAPHS)

/** Changed by its site after it was read. */
export const EDITED_PAGE = articlePage(
  HARBOUR_TITLE,
  STORY_PARAGRAPHS.map((words) => words.replace('at 48 million crowns', 'at 52 million crowns')),
)

/** The page copied whole, with what stands around its article. */
export const STORY_PASTED = [
  'Fjord Courier',
  'Home | News | Sport | Weather',
  'Friday, November 20, 2026 · 4 °C',
  HARBOUR_TITLE,
  ...STORY_PARAGRAPHS,
].join('\n\n')

interface Draft {
  readonly text: string
  readonly quote: string
  readonly speaker: string | null
}

const REPAIR: Draft = {
  text: 'A full repair was estimated to cost 48 million crowns.',
  quote: 'estimated the cost of a full repair at 48 million crowns',
  speaker: 'A report by the engineering office Tarn & Lowe',
}

const POINTS: readonly Draft[] = [
  {
    text: 'On Tuesday Brennholm closed its old ferry harbour, after ninety years of crossings to the island of Vessøy.',
    quote: 'ending ninety years of crossings to the island of Vessøy',
    speaker: null,
  },
  {
    text: 'The quay wall had moved by eleven centimetres since the winter storms.',
    quote: 'the quay wall had moved by eleven centimetres since the winter storms',
    speaker: 'Harbour master Ingrid Falkum',
  },
  REPAIR,
  {
    text: 'The council decided against a repair in March, by fourteen votes to nine.',
    quote: 'The town council decided against it in March, by fourteen votes to nine',
    speaker: null,
  },
  {
    text: 'Fishing boats may use the inner basin for up to two more years.',
    quote: 'Fishing boats may use the inner basin for up to two more years',
    speaker: 'the harbour office',
  },
  {
    text: 'The longer way would cost commuters close to an hour a day.',
    quote: 'the longer way would cost commuters close to an hour a day',
    speaker: 'Signe Aakre',
  },
]

/** As slow as a model, so that times on the pictures are none that nobody will see. */
const slowly = (reply: unknown): Behaviour => ({
  kind: 'slow',
  text: JSON.stringify(reply),
  every: 300,
  beats: 8,
})

/** Gives the points above, and answers what the repair costs and nothing else. */
export function storyModel(call: ModelCall): Behaviour {
  const passages = passagesIn(call)
  const claims = (drafts: readonly Draft[]): unknown[] =>
    drafts.map((draft) => ({
      ...draft,
      passage: passages.find(({ text }) => text.includes(draft.quote))?.id,
    }))
  if (promptOf(call) !== 'answer') return slowly({ claims: claims(POINTS) })
  const isKnown = call.body.messages.at(-1)?.content.includes('repair cost') === true
  return slowly(
    isKnown
      ? { status: 'answered', claims: claims([REPAIR]), missing: [] }
      : { status: 'not-in-article', claims: [], missing: [] },
  )
}
