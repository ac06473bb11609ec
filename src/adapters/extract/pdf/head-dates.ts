import type { Extraction } from '../../../core/extraction.ts'
import { headRole, isDateLine } from '../../../core/line-role.ts'
import { datesOf, type HeadLine } from '../../../core/stated-dates.ts'
import type { Line } from './page.ts'

/** Dates of other things than publication. */
const OTHER_DATE =
  /\b(?:received|accepted|revised|submitted|downloaded|printed|accessed|retrieved|effective|expires?|deadline|born|eingegangen|angenommen|reçu|accepté|recibido|aceptado)\b/iu
const PUBLISHED =
  /\b(?:published(?: online)?|posted|publication date|date of publication|veröffentlicht|publié|publicado|pubblicato)\b/iu
/** "GENEVA, 13 May 2022 – The council …" */
const DATELINE = /^(?<place>.{2,60}?\d{4}\)?)\s?(?:[–—]|-(?=\s)|:)\s/u

/** The day that the page states in words. When the file was made is not when the words were published. */
export function findDates(
  head: readonly Line[],
  signed: readonly Line[],
  margins: readonly string[],
  opening: string,
): Pick<Extraction, 'published' | 'modified' | 'notices'> & { readonly lines: Line[] } {
  const read = head.filter((line) => isDateLine(line.text) && !OTHER_DATE.test(line.text))
  const stated = [...head.map(({ text }) => text), ...margins].flatMap((text) => {
    const at = PUBLISHED.exec(text)?.index
    return at === undefined ? [] : [dateLine(text.slice(at))]
  })
  const own = head
    .filter(({ text }) => !OTHER_DATE.test(text))
    .map((line): HeadLine => {
      const role = signed.includes(line) ? 'byline' : headRole(line.text)
      return { text: line.text, role, aboveTitle: false }
    })
  const dateline = DATELINE.exec(opening.slice(0, 100))?.groups?.['place']
  const lines = [...stated, ...own, ...(dateline === undefined ? [] : [dateLine(dateline)])]
  const { published, modified, notices } = datesOf(lines, '')
  return { published, modified, notices, lines: read }
}

const dateLine = (text: string): HeadLine => ({ text: text.slice(0, 120), role: 'date', aboveTitle: false })
