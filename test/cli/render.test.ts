import { describe, expect, it } from 'vitest'
import { paint, PLAIN } from '../../src/cli/paint.ts'
import {
  renderAnswers,
  renderArticle,
  renderSources,
  renderSummary,
  renderTurn,
} from '../../src/cli/render-result.ts'
import type { Block } from '../../src/cli/styled.ts'
import type { DropReason } from '../../src/core/claim.ts'
import {
  answerOf,
  builtInRun,
  claimOf,
  modelRun,
  quoteOf,
  reading,
  sampleArticle,
  summaryOf,
} from './sample.ts'

const LIT = 'The lighthouse of Merrow was lit again on Monday.'
const DARK = 'It had been dark for eleven years.'

/** What a wide plain terminal shows. */
const shown = (blocks: readonly Block[]): string => paint(blocks, { ...PLAIN, columns: 100 })
const unwrapped = (blocks: readonly Block[]): string => shown(blocks).replace(/\s+/g, ' ')

describe('the head of every result', () => {
  it('names publisher and domain, author, and the date with its age when it was read', () => {
    const text = shown(renderArticle(reading(sampleArticle())))
    expect(text).toContain(
      'The Merrow Post (merrow-post.example) · by Ida Quell · 13 May 2024 (2 years ago) · link',
    )
  })

  it('says what is not stated and credits the origin', () => {
    const article = sampleArticle({
      kind: 'text',
      url: null,
      publisher: null,
      authors: [],
      origin: { name: 'Coast Wire', url: null, basis: 'courtesy' },
      published: { value: null, basis: 'none' },
    })
    const text = shown(renderArticle(reading(article)))
    expect(text).toContain(
      'pasted text · publisher not stated · credits Coast Wire · no author named · no date stated',
    )
  })

  it('puts what is doubtful above the points, with the evidence once', () => {
    const article = sampleArticle({
      notices: [
        { code: 'date-conflict', message: 'The page names two dates.', evidence: ['Sunday, 9 November'] },
        { code: 'labelled', message: 'It calls itself “Opinion”.', evidence: ['Opinion'] },
      ],
    })
    const text = shown(renderSummary(reading(article), summaryOf(article, [claimOf(article, LIT, LIT)])))
    expect(text).toContain('! The page names two dates. (“Sunday, 9 November”)')
    expect(text).toContain('! It calls itself “Opinion”.\n')
    expect(text.indexOf('two dates')).toBeLessThan(text.indexOf('1. '))
  })
})

describe('a summary', () => {
  it('shows a point that is the article’s own sentence once, with its paragraph', () => {
    const article = sampleArticle()
    const text = shown(renderSummary(reading(article), summaryOf(article, [claimOf(article, LIT, LIT)])))
    expect(text.split(LIT)).toHaveLength(2)
    expect(text).toContain(`1. “${LIT}” (paragraph 1)\n`)
  })

  it('shows once a point whose own words run over several lines', () => {
    const article = sampleArticle()
    const text = 'We counted\nevery hour.'
    const poem = { ...article, text, passages: [{ ...article.passages[0]!, start: 0, end: text.length }] }
    const claim = { ...claimOf(poem, 'We counted every hour.', text) }
    const points = unwrapped(renderSummary(reading(poem), summaryOf(poem, [claim])))
    expect(points.split('We counted every hour.')).toHaveLength(2)
  })

  it('cuts a “sentence” of a thousand words, as title and as point, and says so', () => {
    const article = sampleArticle({}, '')
    const text = 'word '.repeat(1000).trim()
    const table = { ...article, text, passages: [{ ...article.passages[0]!, start: 0, end: text.length }] }
    const result = summaryOf(table, [claimOf(table, text, text)], { headline: text })
    const points = shown(renderSummary(reading(table), result))
    expect(points).toMatch(/word …\n/)
    expect(points).toMatch(/word …”/)
    expect(points.length).toBeLessThan(2500)
  })

  it('shows under a model’s point the whole sentence that proves it', () => {
    const article = sampleArticle()
    const claim = claimOf(article, 'The lamp was dark for years.', 'dark for eleven years')
    const text = shown(renderSummary(reading(article), summaryOf(article, [claim])))
    expect(text).toContain(`1. The lamp was dark for years.\n   “${DARK}” (paragraph 1)\n`)
  })

  it('starts with the voice where somebody says it, and with the way it came', () => {
    const article = sampleArticle()
    const speaker = { name: 'Anselm Dray', kind: 'named', via: ['the harbour board'] } as const
    const claim = claimOf(article, 'They counted the hours.', 'We counted every hour', { speaker })
    const text = shown(renderSummary(reading(article), summaryOf(article, [claim])))
    expect(text).toContain('1. Anselm Dray, by way of the harbour board: They counted the hours.')
  })

  it('counts dropped points with the reason and never shows their words', () => {
    const article = sampleArticle()
    const drop = (why: DropReason): { text: string; why: DropReason } => ({ text: 'INVENTED', why })
    const dropped = [drop('quote-not-found'), drop('quote-not-found'), drop('number-unsupported')]
    const result = summaryOf(article, [claimOf(article, LIT, LIT)], { dropped })
    const text = shown(renderSummary(reading(article), result))
    expect(text).toMatch(
      /3 points dropped for want of proof \(2: its words are not in the article; a number is/,
    )
    expect(text).not.toContain('INVENTED')
  })

  it('ends with what was read, what was left out, and what wrote it', () => {
    const article = sampleArticle()
    const result = summaryOf(article, [claimOf(article, LIT, LIT)])
    const text = unwrapped(renderSummary(reading(article, 9), result))
    expect(text).toContain(
      `From 1 of 3 paragraphs · all ${article.words} words read · 9 lines of page furniture left out · small-model · 4.2 s`,
    )
    const cached = { ...result, run: { ...builtInRun, cached: true } }
    expect(shown(renderSummary(reading(article), cached))).toContain('built-in engine · from the cache')
  })

  it.each([
    [{ parts: 14 }, 'read 48,210 of 48,210 words in 14 parts'],
    [{ parts: 14, read: { words: 45_010, parts: 13 } }, 'read 45,010 of 48,210 words in 13 of 14 parts'],
    [{ parts: 1 }, 'all 48,210 words read'],
    [{ parts: 1, notices: [{ code: 'prompt-cut', message: 'Cut.' }] }, 'not all of 48,210 words read'],
    [{ parts: 14, notices: [{ code: 'prompt-cut', message: 'Cut.' }] }, 'not all of 48,210 words read'],
  ] as const)('of a long article says how much was read, in how many parts: %o', (known, words) => {
    const whole = { read: { words: 48_210, of: 48_210, complete: true } }
    const article = { ...sampleArticle(whole), words: 48_210 }
    const result = summaryOf(article, [claimOf(article, LIT, LIT)])
    const text = unwrapped(renderSummary(reading(article), { ...result, run: { ...modelRun, ...known } }))
    expect(text).toContain(` · ${words} · small-model`)
  })

  it('cuts a proof of a thousand words around its quote, at words', () => {
    const article = sampleArticle()
    const long = `${'word '.repeat(400)}the very point ${'word '.repeat(400)}end.`
    const one = {
      ...article,
      text: long,
      passages: [{ ...article.passages[0]!, start: 0, end: long.length }],
    }
    const quote = { ...quoteOf(article, LIT), text: 'the very point', start: 2000, end: 2014 }
    const claim = {
      text: 'A point.',
      speaker: null,
      quotes: [{ ...quote, sentence: { start: 0, end: long.length } }],
    }
    const text = shown(renderSummary(reading(one), summaryOf(one, [claim]))).replace(/\s+/g, ' ')
    expect(text).toMatch(/“… word (word )+the very point( word)+ …” \(paragraph 1\)/)
    expect(text.length).toBeLessThan(1100)
  })
})

describe('answers', () => {
  const article = sampleArticle()

  it('print question, answer and the place of the proof', () => {
    const answer = answerOf('How long was it dark?', {
      claims: [claimOf(article, 'Eleven years.', 'eleven years')],
    })
    const text = shown(renderAnswers(reading(article), [answer], modelRun))
    expect(text).toContain(`> How long was it dark?\nEleven years.\n“${DARK}” (paragraph 1)\n`)
  })

  it('say “Not in the article” with the closest words', () => {
    const answer = answerOf('Who paid?', {
      status: 'not-in-article',
      nearest: quoteOf(article, '40,000 crowns'),
    })
    const text = shown(renderAnswers(reading(article), [answer], modelRun))
    expect(text).toContain('Not in the article.\nClosest, and not an answer:\n')
    expect(text).toContain('“The lamp cost 40,000 crowns, the harbour board said.” (paragraph 3)')
  })

  it('of the built-in engine claim no more than that no sentence was found', () => {
    const answer = answerOf('Who paid?', { status: 'not-in-article' })
    const text = shown(renderAnswers(reading(article), [answer], builtInRun))
    expect(text).toContain('I found no sentence that answers this.')
    expect(text).not.toContain('Not in the article')
  })

  it('name what of the question stays open', () => {
    const claims = [claimOf(article, 'On Monday.', 'on Monday')]
    const answer = answerOf('When, and who lit it?', {
      status: 'partly-answered',
      claims,
      missing: ['who lit it'],
    })
    expect(shown(renderAnswers(reading(article), [answer], modelRun))).toContain(
      'Not in the article: who lit it',
    )
  })

  it('never say “not in the article” of a long one that the model was not given whole', () => {
    const run = { ...modelRun, read: { words: 3120, parts: 1 } }
    const [all, part] = [
      answerOf('Who paid?', { status: 'not-in-article', missing: ['Who paid?'] }),
      answerOf('Who paid, and why?', { status: 'not-in-article', missing: ['and why'] }),
    ]
    const text = shown(renderAnswers(reading(article), [all, part], run))
    expect(text).toContain('Not in the paragraphs nearest to the question.\n')
    expect(text).toContain('Not in the paragraphs nearest to the question: and why\n')
    expect(text).toContain(`read 3,120 of ${article.words} words · `)
    expect(text).not.toContain('Not in the article')
  })

  it('of the built-in engine name the words that stand nowhere, and call no half of a question absent', () => {
    const missing = ['insurance', 'museum']
    const refused = answerOf('Which insurance paid the museum?', { status: 'not-in-article', missing })
    const half = answerOf('When, and who?', {
      status: 'partly-answered',
      claims: [claimOf(article, LIT, LIT)],
      missing: ['who?'],
    })
    const text = shown(renderAnswers(reading(article), [refused, half], builtInRun))
    expect(text).toContain('I found no sentence that answers this.\nNowhere in it: insurance, museum\n')
    expect(text).toContain('I found no sentence on: who?\n')
    expect(text).not.toContain('Not in the article')
  })

  it('that cannot be proven do not call what was asked absent', () => {
    const answer = answerOf('Who paid?', { status: 'unproven', missing: ['Who paid?'] })
    const text = shown(renderAnswers(reading(article), [answer], modelRun))
    expect(text).toContain('I found no answer that I can prove from the article.')
    expect(text).not.toContain('Not in the article')
  })

  it('in a chat repeat the question only where the person does not see it', () => {
    const result = { answer: answerOf('When?', { claims: [claimOf(article, LIT, LIT)] }), run: builtInRun }
    expect(shown(renderTurn(article, result, { withQuestion: true }))).toContain('> When?')
    expect(shown(renderTurn(article, result, { withQuestion: false }))).not.toContain('When?')
  })
})

describe('sources', () => {
  it('show each proof within its paragraph', () => {
    const article = sampleArticle()
    const text = shown(renderSources(article, [claimOf(article, 'Dark for years.', 'eleven years')]))
    expect(text).toContain(`1 · paragraph 1\n  ${LIT} ${DARK}\n`)
  })
})
