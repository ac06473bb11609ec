import { labelled } from '../../../core/labels.ts'
import type { LabelKind, Notice } from '../../../core/source.ts'
import type { Line } from './page.ts'
import { type Part, wordsOf } from './parts.ts'

const PREPRINT =
  /\barxiv:\s?[a-z.-]{0,12}\/?\d{4}\.?\d{3,5}|\b(?:bio|med|psy|soc|chem|engr|earth|edu)(?:a?r)xiv\b.*\bpreprint\b|\bpreprint\b.*\b(?:not|peer|doi|version)\b|\b(?:not|without|before)\b.{0,40}\bpeer[- ]review|^.{0,40}\bpreprint\b.{0,40}$/iu
const PREPRINT_IN_TEXT =
  /\bthis (?:article|paper|manuscript|work|is|document)\b.{0,20}\bpreprint\b|\bpreprint\b.{0,60}\bnot (?:yet )?(?:been )?(?:peer|certified)|\bhas not (?:yet )?been peer[- ]reviewed/iu
const PRESS_RELEASE =
  /^(?:for immediate release|(?:press|media|news) release|embargoed (?:until|for)|pressemitteilung|medienmitteilung|communiqué de presse|nota de prensa|comunicado de prensa|comunicato stampa|persbericht|pressmeddelande)\b.{0,80}$/iu

/** What the first page calls the document, in its own words: a preprint, a press release. */
export function labelsOf(
  head: readonly Line[],
  margins: readonly string[],
  parts: readonly Part[],
): Notice[] {
  const above = head.map(({ text }) => text)
  const texts = parts.map(({ lines }) => wordsOf(lines))
  const preprint =
    [...margins, ...above].find((text) => PREPRINT.test(text.slice(0, 600))) ??
    texts.find((text) => PREPRINT_IN_TEXT.test(text.slice(0, 1500)))
  const release = [...margins, ...above, ...texts.slice(0, 3)].find((text) => PRESS_RELEASE.test(text))
  const labels: readonly [LabelKind, string | undefined][] = [
    ['preprint', preprint],
    ['press-release', release],
  ]
  return labels.flatMap(([kind, words]) => (words === undefined ? [] : [labelled(kind, words)]))
}
