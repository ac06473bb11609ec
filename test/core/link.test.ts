import { describe, expect, it } from 'vitest'
import { layOut } from '../../src/core/article.ts'
import { linkToPage, linkToWords } from '../../src/core/link.ts'
import { standingOnPage } from '../../src/core/standing.ts'
import { anArticle } from '../support/an-article.ts'

const PAGE = 'https://news.example/harbour?page=2'

/** Links into an article of these paragraphs; `lines` are those of its page, where it is known. */
function linksInto(paragraphs: readonly string[], lines?: readonly string[], url = PAGE) {
  const laidOut = layOut(paragraphs.map((text) => ({ kind: 'paragraph', text, page: null })))
  const onPage = lines === undefined ? {} : { onPage: standingOnPage(laidOut, lines) }
  const article = { ...anArticle(paragraphs, { url }), ...onPage }
  /** Of the words that stand `nth` (0: first) in the text. */
  return (words: string, nth = 0): string => {
    let start = article.text.indexOf(words)
    for (let left = nth; left > 0; left--) start = article.text.indexOf(words, start + 1)
    const link = linkToWords(article, { start, end: start + words.length })!
    return link.startsWith(`${url}#:~:text=`) ? decodeURIComponent(link.slice(url.length + 9)) : link
  }
}

const long =
  'The council voted on Tuesday to close the old harbour, which had served the town for a hundred years.'
const paragraphs = [
  long,
  'The council voted on Friday – again, (and “loudly”).',
  'Again it rained. Again it rained.',
]
const link = linksInto(paragraphs)

describe('the link to a quote', () => {
  it('names its fewest first and last words that a browser finds here first', () => {
    expect(link(long)).toBe('The council,years.')
    expect(link(long.slice(4))).toBe('council,years.')
    expect(link(paragraphs[1]!)).toBe('The council voted on Friday,loudly')
  })

  it('does not begin with a word so short that a page might have it anywhere', () => {
    expect(link('on Tuesday to close the old harbour')).toBe('on Tuesday,harbour')
  })

  it('names a few words whole where that is shorter', () => {
    expect(link('old harbour')).toBe('old harbour')
  })

  it('tells repeated words by those before or behind them in the same line', () => {
    expect(link('Again it rained.', 1)).toBe('rained.-,Again,rained.')
    expect(linksInto(['So it was. It was so, they said, and it was so.'])('it was')).toBe('it was')
    expect(linksInto(['They did it.', 'They did it well.'])('They did it', 1)).toBe('They did it,-well')
  })

  it('compares as browsers do: neither case nor accents nor ligatures tell words apart', () => {
    const folded = linksInto([
      'The CAFÉ of the ﬁrst floor closed.',
      'The cafe of the first floor opened in May.',
    ])
    expect(folded('cafe of the first floor opened')).toBe('cafe of the first floor opened')
    expect(folded('The cafe of the first floor opened in May.')).toBe(
      'The cafe of the first floor opened,May.',
    )
  })

  it('keeps the sign of a number and the end of a sentence, and leaves quotation marks out', () => {
    const signs = linksInto(['“$5 million is too much!” It was −5 °C, they said.'])
    expect(signs('“$5 million is too much!”')).toBe('$5 million,much!')
    expect(signs('−5 °C')).toBe('−5 °C')
  })

  it('never ends a term inside a number that is written with spaces', () => {
    expect(linksInto(['It costs 1 250 000 euros and weighs 12 500 kg.'])('costs 1 250 000')).toBe(
      'costs 1 250 000',
    )
  })

  it('encodes what has a meaning in a fragment or in a masked link', () => {
    const article = anArticle(['Fish & chips (a_b), well-off *everywhere*, they wrote.'], { url: PAGE })
    const encoded = linkToWords(article, { start: 0, end: 41 })!.slice(PAGE.length)
    expect(encoded).toMatch(/^#:~:text=[\w%.]+,[\w%.]+$/)
    const chips = linkToWords(article, { start: 7, end: 25 })
    expect(chips).toBe(`${PAGE}#:~:text=chips%20%28a%5Fb,well`)
    const dash = linkToWords(article, { start: 20, end: 40 })
    expect(dash).toBe(`${PAGE}#:~:text=well%2Doff,everywhere`)
  })

  it('stays on word boundaries where no spaces stand between words', () => {
    const chinese = linksInto(['市议会星期二决定关闭旧码头，并在原址修建一座公园。市议会星期三休会。'])
    expect(chinese('市议会星期二决定关闭旧码头')).toBe('市议会,码头')
    const thai = linksInto(['สภาเทศบาลลงมติเมื่อวันอังคารให้ปิดท่าเรือเก่าตั้งแต่ต้นปีหน้า'])
    expect(thai('ปิดท่าเรือเก่า')).toBe('ให้-,ปิด,เก่า')
  })

  it('runs over two paragraphs, each term in one of them', () => {
    const both = `${paragraphs[1]}\n\nAgain it rained.`
    expect(link(both)).toBe('The council voted on Friday,rained.')
  })

  it('takes the place of the page’s own fragment', () => {
    expect(linksInto([long], undefined, 'https://news.example/a')(long)).toBe('The council,years.')
    const article = anArticle([long], { url: 'https://news.example/a#comments' })
    expect(linkToWords(article, { start: 0, end: long.length })).toBe(
      'https://news.example/a#:~:text=The%20council,years.',
    )
  })

  it('is the plain address where it would be longer than 250 characters', () => {
    const russian = 'Государственная достопримечательность железнодорожников восстанавливается'
    expect(linksInto([`${russian}.`])(russian).length).toBeLessThan(250)
    const address = `https://news.example/${'a'.repeat(100)}`
    expect(linksInto([`${russian}.`], undefined, address)(russian)).toBe(address)
  })

  it('goes to the words of a saved page whose address was given, and to the address of a paste', () => {
    const { source, ...known } = anArticle([long], { url: PAGE })
    const laidOut = layOut([{ kind: 'paragraph', text: long, page: null }])
    const file = {
      ...known,
      source: { ...source, kind: 'file' } as const,
      onPage: standingOnPage(laidOut, [long]),
    }
    expect(linkToWords(file, { start: 0, end: long.length })).toBe(`${PAGE}#:~:text=The%20council,years.`)
    const paste = { ...known, source: { ...source, kind: 'text' } as const }
    expect(linkToWords(paste, { start: 0, end: long.length })).toBe(PAGE)
  })

  it('is nothing where there is no page', () => {
    expect(linkToWords(anArticle([long]), { start: 0, end: 11 })).toBeNull()
  })

  it('costs no more where a text says the same word all the time', () => {
    const hostile = anArticle([`${'again '.repeat(100_000)}and again.`], { url: PAGE })
    expect(linkToWords(hostile, { start: 300_000, end: 300_100 })).toBe(PAGE)
  })
})

describe('the link to a quote of a page whose other words are known', () => {
  const [first, second] = ['The toll will not be raised this year.', 'Drivers had feared an increase.']
  const article = [`${first} ${second}`, 'It is two pounds.']

  it('goes to the article’s own words, not to those of a standfirst', () => {
    const page = ['Home', first, article[0]!, 'It is two pounds.']
    // Alone, its words stand above first: those behind it tell it.
    expect(linksInto(article, page)(first)).toBe('The toll will not be raised this year.,-Drivers')
    expect(linksInto(article, page)(article[0]!)).toBe(
      'The toll will not be raised this year. Drivers,increase.',
    )
  })

  it('uses the line above where the page has it right there', () => {
    const page = ['Toll', first, 'By Ann Other', first, second, 'Two pounds.']
    expect(linksInto(['By Ann Other', first, second], page)(first)).toBe('Other-,The,year.')
    const apart = ['Toll', first, 'By Ann Other', 'Advertisement', first, second]
    expect(linksInto(['By Ann Other', first, second], apart)(first)).toBe(
      'The toll will not be raised this year.,-Drivers',
    )
  })

  it('names nothing that the page has not, or not in one line', () => {
    const page = ['T', 'he toll is two pounds for cars and six for lorries, the company says.']
    const words = 'The toll is two pounds for cars and six for lorries, the company says.'
    expect(linksInto([words], page)(words)).toBe('toll is,says.')
    const broken = ['Roses are red', 'violets are blue and the poem goes on']
    const poem = 'Roses are red violets are blue and the poem goes on'
    expect(linksInto([poem], broken)(poem)).toBe('Roses are,on')
    expect(linksInto([poem], broken)('are red violets are')).toBe('are red,are')
    expect(linksInto([poem], ['Something else'])(poem)).toBe(PAGE)
  })

  it('lets what stands elsewhere and is not quoted be', () => {
    const page = ['Increases everywhere', ...article, 'Comments', 'It is two pounds. Scandalous!']
    expect(linksInto(article, page)(second)).toBe('Drivers,increase.')
  })
})

describe('the link to a page of a PDF', () => {
  it('opens it at that page', () => {
    const pdf = anArticle([long], { url: 'https://news.example/report.pdf?version=2#top' })
    expect(linkToPage(pdf, { start: 0, end: 11 }, 4)).toBe(
      'https://news.example/report.pdf?version=2#page=4:~:text=The%20council',
    )
  })

  it('is nothing where there is no address', () => {
    expect(linkToPage(anArticle([long]), { start: 0, end: 11 }, 4)).toBeNull()
  })
})
