import type { Answer } from '../core/answer.ts'
import type { Article, Passage } from '../core/article.ts'
import { counted } from '../core/counted.ts'
import type { Claim } from '../core/claim.ts'
import type { Run } from '../core/run.ts'
import type { AnswerResult, ReadArticle, SummaryResult } from '../app/ports.ts'
import { wordEnd, wordStart } from './excerpt.ts'
import { placeOf, renderClaim, renderDropped, renderProof } from './render-claim.ts'
import { renderFooter } from './render-footer.ts'
import { renderOpen, renderRefusal } from './render-refusal.ts'
import { noticeBlock, renderHead } from './render-source.ts'
import { block, type Block, emptyLine, faint } from './styled.ts'

/** The article itself, its passages numbered as quotes name them, each page of a PDF told where it begins. */
export function renderArticle({ article, linesLeftOut }: ReadArticle): Block[] {
  let page: number | null = null
  const passages = article.passages.flatMap((passage) => {
    const turned = passage.page !== null && passage.page !== page ? [faint(`p. ${passage.page}`)] : []
    page = passage.page
    return [...turned, ...renderPassage(article, passage), emptyLine]
  })
  const paragraphs = [counted(article.passages.length, 'paragraph')]
  return [
    ...renderHead(article, article.title, null),
    ...passages,
    renderFooter(article, linesLeftOut, null, paragraphs),
  ]
}

/** The items of a list and the rows of a table stand on lines of their own. */
function renderPassage(article: Article, { id, start, end, kind }: Passage): Block[] {
  const lead = `${id.replace(/^P/, '').padStart(3)}  `
  return article.text
    .slice(start, end)
    .split('\n')
    .map((text, index) =>
      block([{ text, bold: kind === 'heading' }], index === 0 ? lead : ' '.repeat(lead.length)),
    )
}

export function renderSummary(
  { article, linesLeftOut }: ReadArticle,
  { summary, run }: SummaryResult,
): Block[] {
  const { paragraphs, of } = summary.coverage
  return [
    ...renderHead(article, summary.headline, run),
    ...renderPoints(article, summary.claims),
    emptyLine,
    ...renderDropped(summary.dropped),
    renderFooter(article, linesLeftOut, run, [`From ${paragraphs} of ${counted(of, 'paragraph')}`]),
  ]
}

function renderPoints(article: Article, claims: readonly Claim[]): Block[] {
  const width = `${claims.length}. `.length
  return claims.flatMap((claim, index) => renderClaim(article, claim, `${index + 1}. `.padStart(width)))
}

/** Title and source once, then every question with its answer. */
export function renderAnswers(
  { article, linesLeftOut }: ReadArticle,
  answers: readonly Answer[],
  run: Run,
): Block[] {
  return [
    ...renderHead(article, article.title, run),
    ...answers.flatMap((answer) => [...renderAnswer(article, answer, run), emptyLine]),
    renderFooter(article, linesLeftOut, run, []),
  ]
}

/** One question and its answer, as `chat` prints it. */
export function renderTurn(
  article: Article,
  { answer, run }: AnswerResult,
  { withQuestion }: { readonly withQuestion: boolean },
): Block[] {
  const [question, ...rest] = renderAnswer(article, answer, run)
  const blocks = withQuestion && question !== undefined ? [question, ...rest] : rest
  return [
    ...blocks,
    ...run.notices.map(({ message }) => noticeBlock(message)),
    renderFooter(article, 0, run, []),
  ]
}

function renderAnswer(article: Article, answer: Answer, run: Run): Block[] {
  const { claims, status, missing, nearest } = answer
  const blocks: Block[] = [block([{ text: answer.question, colour: 'cyan' }], '> ')]
  if (status === 'answered' || status === 'partly-answered') {
    blocks.push(
      ...(claims.length === 1 ? renderClaim(article, claims[0]!, '') : renderPoints(article, claims)),
    )
  } else {
    blocks.push(...renderRefusal(answer, run))
  }
  if (missing.length > 0 && status === 'partly-answered') blocks.push(renderOpen(answer, run))
  if (nearest !== null && status !== 'answered') {
    blocks.push(faint('Closest, and not an answer:'), renderProof(article, nearest, '  '))
  }
  return [...blocks, ...renderDropped(answer.dropped)]
}

const CONTEXT_CHARACTERS = 300

/** The exact words behind each point, in the paragraph around them. */
export function renderSources(article: Article, claims: readonly Claim[]): Block[] {
  if (claims.length === 0) return [block('No point has been made yet, so there is nothing to prove.')]
  const proofs = claims.flatMap(({ quotes }, index) =>
    quotes.map((quote) => {
      const { start, end } = quote.sentence
      const passage = article.passages.find(({ id }) => id === quote.passage)
      const paragraph = { start: passage?.start ?? start, end: Math.max(end, passage?.end ?? end) }
      const from = wordStart(article.text, start - CONTEXT_CHARACTERS, { start: paragraph.start, end: start })
      const to = wordEnd(article.text, end + CONTEXT_CHARACTERS, { start: end, end: paragraph.end })
      return [
        faint(`${index + 1} · ${placeOf(quote)}`),
        block(
          [
            { text: `${from > paragraph.start ? '… ' : ''}${article.text.slice(from, start)}`, dim: true },
            { text: article.text.slice(start, end), bold: true, link: quote.link },
            { text: `${article.text.slice(end, to)}${to < paragraph.end ? ' …' : ''}`, dim: true },
          ],
          '  ',
        ),
      ]
    }),
  )
  return [
    faint(
      'Copied as they stand, misprints too; what proves is in bold. Quote found is not the same as true.',
    ),
    ...proofs.flat(),
  ]
}
