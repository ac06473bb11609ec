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

/** What people say to be kind, in the languages that they write to us in most. */
const COURTESIES = new Set(
  `thanks thank you thx ty cheers ok okay great nice cool wow lol haha good perfect awesome super bye hi hello yes no
  danke dankeschön schön gut prima toll hallo ja nein merci parfait super bonjour oui non gracias vale hola sí
  grazie perfetto ciao obrigado obrigada olá sim bedankt dank dankjewel tack tak takk dzięki dziękuję спасибо
  ок хорошо да нет teşekkürler sağol evet hayır ありがとう ありがとうございます 谢谢 謝謝 감사합니다 شكرا`.split(
    /\s+/u,
  ),
)

/** Whether a message says thank you, hello or nothing in words: nobody waits for an answer to it. */
export function isCourtesy(text: string): boolean {
  const words = text.toLowerCase().match(/[\p{L}\p{M}\p{N}]+/gu) ?? []
  return words.length <= 4 && words.every((word) => COURTESIES.has(word) || /^(?:ha|he|ja){2,}$/u.test(word))
}
