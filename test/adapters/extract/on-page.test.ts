import { describe, expect, it } from 'vitest'
import { parsePage } from '../../../src/adapters/extract/dom.ts'
import { renderedLines } from '../../../src/adapters/extract/rendered-lines.ts'
import { simplifyMarkup } from '../../../src/adapters/extract/simplify-markup.ts'
import { layOut } from '../../../src/core/article.ts'
import { foldedWords } from '../../../src/core/link-words.ts'
import { placeOnPage, standingOnPage } from '../../../src/core/standing.ts'

const linesOf = (body: string): string[] =>
  renderedLines(parsePage(simplifyMarkup(`<html><body>${body}</body></html>`).markup))

describe('the lines of a page as a browser’s find sees them', () => {
  it('end at every block, break, picture and cell, and not at inline markup', () => {
    expect(linesOf('<p>one <b>b</b>old<i>er</i> word<br>two</p>three<ul><li>four<li>five</ul>')).toEqual([
      'one bolder word',
      'two',
      'three',
      'four',
      'five',
    ])
    expect(linesOf('<p>a <img src="x"> b</p><table><tr><td>c<td>d</table>')).toEqual(['a', 'b', 'c', 'd'])
    expect(linesOf('<pre>first  line\nsecond</pre>')).toEqual(['first line', 'second'])
  })

  it('hold nothing that is hidden, and all that is shown, whatever it is for', () => {
    const body =
      '<nav>Menu</nav><p>seen <span hidden>no</span><span style="display: none">no</span>words</p><script>no()</script><footer>Foot</footer>'
    expect(linesOf(body)).toEqual(['Menu', 'seen words', 'Foot'])
  })

  it('set a drop cap apart, as it floats', () => {
    expect(linesOf('<p><span class="drop-cap">T</span>he town</p>')).toEqual(['T', 'he town'])
    expect(linesOf('<p><span style="float:left">T</span>he town</p>')).toEqual(['T', 'he town'])
  })
})

describe('how the words of an article stand on its page', () => {
  /** Standing and depth of each word. */
  function placesOf(
    blocks: readonly string[],
    lines: readonly string[],
    kind: 'paragraph' | 'table' = 'paragraph',
  ) {
    const laidOut = layOut(blocks.map((text) => ({ kind, text, page: null })))
    const code = standingOnPage(laidOut, lines)
    return foldedWords(laidOut.text).map(({ word }, at) => {
      const place = placeOnPage(code, code.length, at)!
      return `${word} ${place.standing} ${place.depth}`
    })
  }

  it('tells how many words from each on stand elsewhere too', () => {
    expect(
      placesOf(['It rained again. It snowed.'], ['It rained in May', 'It rained again. It snowed.']),
    ).toEqual(['it joined 2', 'rained joined 1', 'again joined 0', 'it joined 1', 'snowed apart 0'])
  })

  it('tells what is not there, or is cut up', () => {
    expect(placesOf(['the town wall fell today'], ['the town', 'wall', 'fell'])).toEqual([
      'the joined 0',
      'town apart 0',
      'wall absent 0',
      'fell absent 0',
      'today absent 0',
    ])
    expect(placesOf(['the town wall fell'], ['the town', 'wall fell'])[1]).toBe('town adjacent 0')
    expect(placesOf(['the town', 'wall fell'], ['the town', 'wall fell'])[1]).toBe('town adjacent 0')
  })

  it('does not count the labels that our text puts into a table', () => {
    expect(placesOf(['Lake: Sorn | Ice: 31 cm'], ['Lake', 'Ice', 'Sorn', '31 cm'], 'table')).toEqual([
      'lake absent 0',
      'sorn adjacent 0',
      'ice absent 0',
      '31 joined 0',
      'cm apart 0',
    ])
  })

  it('is nothing for a text of another length', () => {
    expect(placeOnPage('AAA', 4, 0)).toBeNull()
    expect(placeOnPage(undefined, 4, 0)).toBeNull()
  })
})
