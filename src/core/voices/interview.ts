import type { Speaker } from '../claim.ts'
import type { Span } from '../span.ts'
import type { Attribution } from './attribution.ts'
import { readWords } from './frame.ts'
import { isShouted, readNameRun } from './name-run.ts'
import type { Person } from './people.ts'
import type { Reading } from './phrase.ts'

/** "Q: …", "ANA RUIZ: …", "**Ruiz:** …": a line that says whose it is before it goes on. */
const LABEL =
  /^[ \t]*(?:\*\*|__)?(?<label>[\p{Lu}\p{Lo}][\p{L}\p{M}.'’ -]{0,40}?)(?:\*\*|__)?[:：](?:\*\*|__)?[ \t]+(?=\S)/gmu
const QUESTION = /^(?:Q|Question|Interviewer|Frage|F|Pregunta|P|Вопрос|Soru|问|問|記者|记者|س)\.?$/u
const ANSWER = /^(?:A|Answer|Antwort|R|Respuesta|Réponse|Risposta|Resposta|Ответ|Cevap|答|ج)\.?$/u
/** So many lines with a label make a conversation. */
const LEAST_TURNS = 3

/** What is said in an interview or a transcript, turn by turn. Empty for other texts; questions are nobody's speech. */
export function readTurns(text: string, passages: readonly Span[], reading: Reading): Attribution[] {
  const found = passages.flatMap(({ start, end }) =>
    [...text.slice(start, end).matchAll(LABEL)].map((match) => ({
      label: match.groups?.['label']?.trim() ?? '',
      at: start + match.index,
      from: start + match.index + match[0].length,
      passage: { start, end },
    })),
  )
  const counts = new Map<string, number>()
  for (const { label } of found) counts.set(label, (counts.get(label) ?? 0) + 1)
  const isConversation = [...counts.keys()].some((label) => QUESTION.test(label) || ANSWER.test(label))
  const voices = new Map<string, Speaker | null>()
  const guest = found.length === 0 ? null : firstPerson(text, passages, found[0]!.at, reading)
  for (const [label, count] of counts) {
    if (QUESTION.test(label)) voices.set(label, null)
    else if (ANSWER.test(label)) voices.set(label, guest === null ? null : speakerOf(guest))
    else if (count >= 2 || isConversation) {
      const speaker = speakerOfLabel(label, reading)
      if (speaker !== null) voices.set(label, speaker)
    }
  }
  const turns = found.filter(({ label }) => voices.has(label))
  if (turns.length < LEAST_TURNS || voices.size < 2) return []
  return turns.flatMap(({ label, from, passage }, index) => {
    const next = turns[index + 1]
    const end = next !== undefined && next.at < passage.end ? next.at : passage.end
    const words = text.slice(from, end).trimEnd()
    const speaker = voices.get(label) ?? null
    if (QUESTION.test(label) || words === '' || /^["“«]/u.test(words)) return []
    const quote = { start: from, end: from + words.length }
    return [
      {
        quote,
        sentence: { start: turns[index]!.at, end: quote.end },
        direct: true,
        speaker,
        sure: speaker !== null,
      },
    ]
  })
}

const speakerOf = ({ name }: Person): Speaker => ({ name, kind: 'named', via: [] })

/** Somebody whom the text names, or who carries a name: "Note:" and "Update:" do not. */
function speakerOfLabel(label: string, { lexicon, people }: Reading): Speaker | null {
  const tokens = readWords(label, 0, label.length)
  const proper = tokens.map((token) =>
    token.text.length > 2 && token.text === token.text.toUpperCase()
      ? { ...token, text: token.text.charAt(0) + token.text.slice(1).toLowerCase() }
      : token,
  )
  const last = proper.at(-1)
  if (proper[0]?.small === 'the' && last !== undefined && lexicon.titles.test(last.small)) {
    const holder = people.withRole(last.small, Number.POSITIVE_INFINITY)
    return holder === null ? { name: label.toLowerCase(), kind: 'unnamed', via: [] } : speakerOf(holder)
  }
  const run = readNameRun(proper, 0, lexicon)
  if (run === null || run.to !== tokens.length) return null
  const initials = people.all.find(
    ({ isPerson, words }) =>
      isPerson &&
      words.length > 1 &&
      words.map((word) => word.charAt(0)).join('') === label.replace(/\./gu, ''),
  )
  if (initials !== undefined) return speakerOf(initials)
  const person = people.resolve(run)
  if (!person.isPerson) return null
  // "ANA RUIZ" only where the text has her in capitals alone.
  return person.words.every(isShouted)
    ? { ...speakerOf(person), name: run.words.join(' ') }
    : speakerOf(person)
}

/** Whom the introduction speaks of first. */
function firstPerson(
  text: string,
  passages: readonly Span[],
  before: number,
  { lexicon, people }: Reading,
): Person | null {
  for (const { start, end } of passages) {
    if (start >= before) return null
    const tokens = readWords(text, start, Math.min(end, before))
    for (let at = 0; at < tokens.length; at += 1) {
      const run = readNameRun(tokens, at, lexicon)
      if (run === null) continue
      const person = people.known(run)
      if (person?.isPerson === true) return person
      at = run.to - 1
    }
  }
  return null
}
