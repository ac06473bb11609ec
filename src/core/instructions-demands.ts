import { compileRule } from './instructions-grammar.ts'

// What a page asks of the programs that read it, told not by set phrases but by what such a sentence must have: it is
// addressed to them, it asks or permits, it names what is to be done with a text, and it points at words of this page.
// Written as in instructions-grammar.ts.

/** The words of one language. All but the last make an order; `reported` makes it the news of what somebody asks. */
export interface DemandGrammar {
  readonly letters?: string | undefined
  /** Whether its names for programs begin a word; Arabic ones may follow an article, Chinese has no spaces. */
  readonly beginsWord?: false
  /** Programs that read pages. */
  readonly ai: string
  /** Programs that are asked, told or allowed. */
  readonly addressed: string
  /** What may be done with words: quoting, using, summarising. */
  readonly use: string
  /** Words of this page: "this sentence", "the following lines". */
  readonly here: string
  /** Putting something before all others … */
  readonly first: string
  /** … and keeping silent about those. */
  readonly omit: string
  /** What is put into their mouths: "suggested summary for language models". */
  readonly label: string
  /** "New instruction", which goes on with an order … */
  readonly renewed: string
  /** … like this. */
  readonly tell: string
  /** Somebody outside the page is said to ask. */
  readonly reported: string
}

/** What may stand between a summary and the programs that it is for. One that is written by them is none. */
export const TO = '(?:(?!~(?:by|von|par|por|da|dall[ae]|door|via|with|mit|con|com)~)[^.!?:]){0,60}?'

/** Marks that may stand behind a colon. */
const LONGEST_END = 12

/** What is asked of a folded sentence. */
export interface DemandRules {
  /** What every demand holds: sentences without it are not looked at any closer. */
  readonly hint: RegExp
  readonly isDemand: (sentence: string) => boolean
  /** Whether it is a label of words that stand behind it. */
  readonly isLabel: (sentence: string) => boolean
  /** Whether it points at words behind it. */
  readonly pointsOn: (sentence: string) => boolean
}

/** Rules from a table. Every test runs once over the sentence, with bounded gaps. */
export function demandsOf(grammar: DemandGrammar): DemandRules {
  const { letters, ai } = grammar
  const compile = (source: string): RegExp => compileRule(source, { ai, letters })
  const rule = {
    hint: hintOf(grammar),
    addressed: compile(
      `${grammar.addressed}|^[^\\p{L}]*(?:[^.!?:：。]{0,40}[^\\p{L}])?AI[^.!?:：。]{0,60}[:：–—]`,
    ),
    use: compile(grammar.use),
    here: compile(grammar.here),
    first: compile(grammar.first),
    omit: compile(grammar.omit),
    label: compile(`^[^\\p{L}]*(?:${grammar.label})(?:[^.!?:：。]{0,60}[:：]|[^\\p{L}.!?。]*$)`),
    renewed: compile(`^[^\\p{L}]*(?:${grammar.renewed}) ?[:：][ "“„«]*(?:${grammar.tell})`),
    reported: compile(grammar.reported),
  }
  const asks = (sentence: string): boolean =>
    rule.addressed.test(sentence) &&
    ((rule.use.test(sentence) && rule.here.test(sentence)) ||
      (rule.first.test(sentence) && rule.omit.test(sentence))) &&
    !rule.reported.test(sentence)
  return {
    hint: rule.hint,
    isLabel: (sentence) => rule.label.test(sentence),
    pointsOn: (sentence) =>
      /[:：][^\p{L}\p{N}]*$/u.test(sentence.slice(-LONGEST_END)) || rule.here.test(sentence),
    isDemand: (sentence) => rule.label.test(sentence) || rule.renewed.test(sentence) || asks(sentence),
  }
}

/** `\b` is much faster than the edges of words in other scripts, and serves for folded Latin. */
function hintOf({ letters, beginsWord, ai, renewed }: DemandGrammar): RegExp {
  if (letters !== undefined)
    return compileRule(beginsWord === false ? `AI|(?:${renewed}) ?[:：]` : `~AI~|~(?:${renewed}) ?:`, {
      ai,
      letters,
    })
  return new RegExp(`\\b(?:(?:${ai})\\b|(?:${renewed}) ?:)`.replaceAll('\\p{L}', '[a-z]'))
}
