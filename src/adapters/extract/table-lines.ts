import { type PageElement, textOf } from './dom.ts'

/** More than this a cell spans in no table that people read. */
const MOST_SPAN = 30

interface Cell {
  readonly text: string
  readonly isHead: boolean
}

/**
 * Each row on a line of its own, each value behind the label of its column. Cells that reach over several rows or
 * columns stand in each, so that no number loses its label; one that reaches over several columns is said once.
 */
export function readTableLines(table: PageElement): string[] {
  const lines: string[] = []
  let labels: readonly string[] = []
  let isHead = true
  for (const row of gridOf(table)) {
    if (isHead && row.length > 1 && row.every((cell) => cell.isHead || cell.text === '')) {
      labels = row.map(({ text }, column) => joined(labels[column] ?? '', text))
      continue
    }
    isHead = false
    // A head in the middle of a table begins a new part of it.
    if (row.length > 1 && row.every((cell) => cell.isHead) && new Set(row.map(({ text }) => text)).size > 1) {
      labels = row.map(({ text }) => text)
      continue
    }
    const line = row
      .map(({ text }, column) => {
        const label = labels[column] ?? ''
        return text === '' || label === '' || text === label ? text : `${label}: ${text}`
      })
      .filter((value, column) => value !== '' && row[column] !== row[column - 1])
      .join(' | ')
    if (line !== '') lines.push(line)
  }
  return lines.length > 0
    ? lines
    : labels.length > 0
      ? [labels.filter((label) => label !== '').join(' | ')]
      : []
}

/** Two rows of heads: "2025" over "Herons" labels a column "2025 Herons". */
const joined = (above: string, text: string): string =>
  above === '' || above === text ? text : text === '' ? above : `${above} ${text}`

function gridOf(table: PageElement): Cell[][] {
  const rows: Cell[][] = []
  /** Cells that reach down, by column, with the rows that they still fill. */
  const reaching = new Map<number, { readonly cell: Cell; rows: number }>()
  for (const element of table.querySelectorAll('tr')) {
    const row: Cell[] = []
    const fill = (): void => {
      for (let above = reaching.get(row.length); above !== undefined; above = reaching.get(row.length)) {
        above.rows -= 1
        if (above.rows === 0) reaching.delete(row.length)
        row.push(above.cell)
      }
    }
    for (const child of element.children) {
      if (!/^T[DH]$/.test(child.tagName)) continue
      fill()
      const cell = { text: textOf(child), isHead: child.tagName === 'TH' }
      const [down, right] = [spanOf(child, 'rowspan'), spanOf(child, 'colspan')]
      for (let column = 0; column < right; column += 1) {
        if (down > 1) reaching.set(row.length, { cell, rows: down - 1 })
        row.push(cell)
      }
    }
    fill()
    rows.push(row)
  }
  return rows
}

function spanOf(cell: PageElement, name: 'rowspan' | 'colspan'): number {
  const span = Number(cell.getAttribute(name) ?? 1)
  return Number.isInteger(span) && span > 1 ? Math.min(span, MOST_SPAN) : 1
}
