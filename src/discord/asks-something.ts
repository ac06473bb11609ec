/** First words of questions, in the languages that people write to us in most. */
const QUESTION_WORDS = new Set(
  `who whom whose what which when where why how is are was were do does did can could will would should has have had
  explain describe define
  wer wen wem wessen was wann wo woher wohin warum wieso weshalb wie welche welcher welches ist sind war waren hat hatte
  haben kann können wird gibt erkläre
  qui que quoi quand où pourquoi comment combien quel quelle quels quelles est-ce
  quién quiénes qué cuándo dónde por-qué cómo cuánto cuántos cuál cuáles
  chi cosa quando dove perché come quanto quanti quale quali
  quem quê onde porquê quanto qual quais
  wie wat wanneer waar waarom hoe welke
  kto co kiedy gdzie dlaczego jak ile który
  кто что когда где почему зачем как сколько какой какая какие
  kim ne zaman nerede neden nasıl kaç hangi
  vem vad när var varför hur`.split(/\s+/u),
)

/** Openings that begin with a question word and ask nothing: “what a day”, “how nice”, “when I was young, …”. */
const EXCLAMATION = /^(?:what an?|how (?:nice|cool|funny|sad|lovely|awful)|was für ein|quelle? |qué )\b/iu
const LONGEST_QUESTION = 40

/** Whether a message asks something: it ends with a question mark, or opens with a question word. */
export function asksSomething(text: string): boolean {
  const words = text.trim()
  if (/[?？؟⁇‽;՞]["'”’»)\]*_]*$/u.test(words) && !/(?<!\p{Script=Greek}.*);$/u.test(words)) return true
  if (/[か吗嗎呢]。?$/u.test(words)) return true
  const [first = '', ...others] = words
    .toLowerCase()
    .split(/[\s,¿]+/u)
    .filter((word) => word !== '')
  if (others.length === 0 || others.length > LONGEST_QUESTION) return false
  return QUESTION_WORDS.has(first) && !EXCLAMATION.test(words)
}
