import type { Span } from '../span.ts'
import type { Attribution } from './attribution.ts'

/** The words with which a writer says outright that the view is their own. Nothing weaker: a report stays a report. */
const OWN_VIEW: Readonly<Record<string, RegExp>> = {
  en: /(?<![\p{L}'’])(?:I (?:(?:still|do|also|really|firmly|honestly|personally|strongly|would|must|have to|can(?:no|['’])t help but) )?(?:think|believe|suspect|hope|doubt|fear|wonder|argue|admit|confess|suppose|find it|disagree|agree|say so)(?!\p{L})|in my (?:own )?(?:view|opinion|judgment|judgement)|my (?:own )?(?:view|guess|hunch|sense|bet) is|if you ask me)|^(?:But |And |So |Yet )?(?:It(?:['’]s| is) (?:likely|unlikely|no (?:wonder|surprise)|hard to (?:see|believe|imagine|escape)|difficult to (?:see|believe|imagine)|tempting to|ironic|absurd|shameful|telling|high time)|To be fair,|Let(?:['’]s| us) be (?:clear|honest))/iu,
  de: /(?<!\p{L})(?:ich (?:denke|glaube|finde|meine|halte|vermute|bezweifle|fürchte|hoffe)|meiner (?:Meinung|Ansicht) nach|meines Erachtens|aus meiner Sicht)(?!\p{L})/iu,
  fr: /(?<!\p{L})(?:je (?:pense|crois|trouve|doute|crains|suis convaincue?)|à mon (?:avis|sens)|selon moi)(?!\p{L})/iu,
  es: /(?<!\p{L})(?:(?:yo )?(?:creo|pienso|opino) que|en mi opinión|a mi (?:juicio|modo de ver)|me parece que)(?!\p{L})/iu,
  it: /(?<!\p{L})(?:(?:io )?(?:credo|penso|ritengo) che|a mio (?:avviso|parere)|secondo me)(?!\p{L})/iu,
  pt: /(?<!\p{L})(?:(?:eu )?(?:acho|creio|penso) que|na minha opinião|a meu ver)(?!\p{L})/iu,
  nl: /(?<!\p{L})(?:ik (?:denk|vind|geloof|vermoed|vrees)|volgens mij|mijns inziens|naar mijn mening)(?!\p{L})/iu,
  ru: /(?<!\p{L})(?:я (?:думаю|считаю|полагаю|уверена?|убеждена?)|на мой взгляд|по моему мнению)(?!\p{L})/iu,
  tr: /(?<!\p{L})(?:bence|bana göre|kanımca|bana kalırsa)(?!\p{L})/iu,
  zh: /我(?:认为|认為|觉得|覺得|相信)|在我看来|在我看來|笔者认为|筆者認為/u,
  ja: /私は[^。]{0,120}(?:と思う|と考える)|私見では|筆者は/u,
  ar: /(?<!\p{L})(?:في رأيي|أعتقد أن|أرى أن|برأيي)(?!\p{L})/u,
}

/**
 * Sentences in which the writer speaks for themselves, outside every quotation: `masked` is the text with its quotations
 * made unreadable. Sentences that hold somebody's words already are not asked.
 */
export function writersOwn(
  masked: string,
  sentences: readonly Span[],
  language: string,
  taken: readonly Attribution[],
): Attribution[] {
  const pattern = OWN_VIEW[language]
  if (pattern === undefined) return []
  const starts = new Set(taken.map(({ sentence }) => sentence.start))
  return sentences
    .filter(({ start, end }) => !starts.has(start) && pattern.test(masked.slice(start, end)))
    .map(({ start, end }) => {
      const quote = { start, end: masked[end - 1] === '.' ? end - 1 : end }
      return { quote, sentence: { start, end }, direct: false, speaker: THE_WRITER, sure: true }
    })
}

const THE_WRITER = { name: 'the writer', kind: 'writer', via: [] } as const
