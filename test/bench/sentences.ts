import { splitSentences } from '../../src/core/sentence.ts'
import type { Span } from '../../src/core/span.ts'
import { labelledSentences, scoreSentences } from '../support/labelled-sentences.ts'
import { medians } from './compare.ts'

const segmenter = new Intl.Segmenter(undefined, { granularity: 'sentence' })

const bySegmenter = (text: string): Span[] =>
  Array.from(segmenter.segment(text), ({ segment, index }) => ({ start: index, end: index + segment.length }))

/** Our sentence rules beside Node's own segmenter: boundaries on the labelled texts, and time on the same words. */
export function benchSentences(): void {
  const ours = scoreSentences(splitSentences)
  const segmented = scoreSentences(bySegmenter)
  const text = labelledSentences()
    .map((labelled) => labelled.text)
    .join('\n\n')
    .repeat(20)
  const times = medians({ rules: () => splitSentences(text), segmenter: () => bySegmenter(text) })
  console.log(
    `sentences  F1 on ${ours.wanted} labelled boundaries: rules ${ours.f1.toFixed(3)}, Intl.Segmenter ${segmented.f1.toFixed(3)}`,
  )
  console.log(
    `sentences  time of the rules over the segmenter's: ${(times.rules / times.segmenter).toFixed(2)}`,
  )
}
