import { readNews, scoreSummaries } from '../support/news-summaries.ts'

/** Three sentences of the built-in engine beside the first three of the text, which are hard to beat on news. */
export function benchSummaries(): void {
  const news = readNews()
  const rows = {
    'clean lead': news.filter(({ junk }) => junk.length === 0),
    'junk at the lead': news.filter(({ junk }) => junk.length > 0),
  }
  for (const [name, some] of Object.entries(rows)) {
    const { texts, ours, lead } = scoreSummaries(some)
    const difference = `${ours >= lead ? '+' : ''}${(ours - lead).toFixed(1)}`
    console.log(
      `summaries  ${name}, ${texts} texts: ROUGE-1 ${ours.toFixed(1)}, LEAD-3 ${lead.toFixed(1)} (${difference})`,
    )
  }
}
