import { splitPassages } from '../../src/core/passage.ts'
import { splitSentences } from '../../src/core/sentence.ts'
import type { Span } from '../../src/core/span.ts'
import { lexiconOf } from '../../src/core/voices/languages.ts'
import { readPeople } from '../../src/core/voices/people.ts'
import { findQuotations } from '../../src/core/voices/quotations.ts'
import { readWords } from '../../src/core/voices/frame.ts'
import { readNameRun } from '../../src/core/voices/name-run.ts'
import { findVoices } from '../../src/core/voices/find-voices.ts'
import { type Half, labelledVoices, scoreVoices } from '../support/labelled-voices.ts'
import { medians } from './compare.ts'

const PARTS: readonly Half[] = ['tuned', 'held-out', 'languages']

/** What rules have to beat: every quotation is given to the name that stands nearest to it. */
function byNearestName(text: string, passages: readonly Span[], language: string) {
  const lexicon = lexiconOf(language)
  const people = readPeople(text, passages, lexicon)
  const quotations = findQuotations(text, passages)
  const tokens = readWords(text, 0, text.length)
  const names = [...tokens.keys()].flatMap((at) => {
    const run = readNameRun(tokens, at, lexicon)
    const isInside = run !== null && quotations.some(({ start, end }) => start <= run.start && run.end <= end)
    return run === null || isInside ? [] : [run]
  })
  return quotations.map(({ start, end }) => {
    const distance = (run: Span): number => Math.max(start - run.end, run.start - end)
    const nearest = names.toSorted((one, other) => distance(one) - distance(other))[0]
    return { start, end, speaker: nearest === undefined ? null : people.resolve(nearest).name }
  })
}

/** Quotes given to the right speaker on the labelled texts, and what reading the voices costs beside the sentences. */
export function benchVoices(): void {
  for (const part of PARTS) {
    const { f1, precision, recall, wanted, found } = scoreVoices(part)
    const baseline = scoreVoices(part, byNearestName)
    console.log(
      `voices     ${part}: F1 ${f1.toFixed(3)} on ${wanted} quotes (precision ${precision.toFixed(3)}, recall ${recall.toFixed(3)}, found ${found.toFixed(3)}); nearest name ${baseline.f1.toFixed(3)}`,
    )
  }
  const text = labelledVoices('tuned')
    .map((each) => each.text)
    .join('\n\n')
  const long = `${text}\n\n`.repeat(20)
  const times = medians({
    voices: () => findVoices(text, splitPassages(text), 'en'),
    long: () => findVoices(long, splitPassages(long), 'en'),
    sentences: () => splitSentences(text),
  })
  console.log(
    `voices     time over that of the sentences: ${(times.voices / times.sentences).toFixed(1)}; 20 times the words, ${(times.long / times.voices).toFixed(0)} times the time`,
  )
}
