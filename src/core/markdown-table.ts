const RULE_CELL = /^:?-+:?$/u

/** The rows of a Markdown table as text, a line each: "label: value; label: value", with the header's labels. */
export function tableRows(lines: readonly string[]): string {
  const [header = [], ...rows] = lines
    .map(cellsOf)
    .filter((cells) => !cells.every((cell) => RULE_CELL.test(cell)))
  if (rows.length === 0) return header.join('; ')
  return rows
    .map((cells) =>
      cells
        .map((cell, column) => labelled(header[column] ?? '', cell))
        .filter((cell) => cell !== '')
        .join('; '),
    )
    .join('\n')
}

function labelled(label: string, value: string): string {
  return label === '' || value === '' ? value : `${label}: ${value}`
}

function cellsOf(line: string): string[] {
  return line
    .trim()
    .replace(/^\||\|$/gu, '')
    .split(/(?<!\\)\|/u)
    .map((cell) => cell.replaceAll('\\|', '|').trim())
}
