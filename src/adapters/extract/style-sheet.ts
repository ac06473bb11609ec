// As much of CSS as decides whether text is shown: rules of the page's own <style> elements whose selectors name elements,
// classes and ids, also inside others. What asks for a state, a sibling or a screen's size is not followed.

export type Declarations = ReadonlyMap<string, string>

export interface Compound {
  readonly tag: string
  readonly classes: readonly string[]
  readonly id: string
}

export interface Rule {
  /** The element, then what has to stand around it. */
  readonly element: Compound
  readonly around: readonly Compound[]
  readonly weight: number
  readonly declarations: Declarations
}

/** Rules by the id, class or tag that their element has to have. */
export type StyleSheet = ReadonlyMap<string, readonly Rule[]>

const DECIDING =
  /^(?:display|visibility|opacity|content-visibility|filter|font|font-size|position|left|right|top|bottom|margin-left|margin-top|text-indent|clip|clip-path|transform|scale|zoom|color|background|background-color|background-image|height|max-height|width|max-width|overflow|overflow-[xy])$/
const COMPOUND = /^(\*|[a-z][\w-]*)?((?:[.#][\w-]+)*)$/
const MOST_RULES = 4000
const MOST_AROUND = 4

/** `color: white !important; …` as a map. Only what decides whether text is shown. */
export function readDeclarations(written: string): Map<string, string> {
  const declarations = new Map<string, string>()
  for (const part of written.split(';')) {
    const colon = part.indexOf(':')
    const name = part.slice(0, colon).trim().toLowerCase()
    if (colon > 0 && DECIDING.test(name))
      declarations.set(
        name,
        part
          .slice(colon + 1)
          .trim()
          .toLowerCase(),
      )
  }
  return declarations
}

/** The rules of these style sheets, in one pass over each. */
export function readStyleSheets(sheets: readonly string[]): StyleSheet {
  const rules = new Map<string, Rule[]>()
  let count = 0
  for (const sheet of sheets) {
    for (const { selectors, body } of blocksOf(withoutComments(sheet))) {
      const declarations = readDeclarations(body)
      if (declarations.size === 0) continue
      for (const selector of selectors.split(',')) {
        const rule = ruleOf(selector, declarations, count)
        if (rule === null || count >= MOST_RULES) continue
        count += 1
        const key = keyOf(rule.element)
        const same = rules.get(key)
        if (same === undefined) rules.set(key, [rule])
        else same.push(rule)
      }
    }
  }
  return rules
}

const keyOf = ({ tag, classes, id }: Compound): string => {
  if (id !== '') return `#${id}`
  return classes[0] === undefined ? tag : `.${classes[0]}`
}

/** Pages say `no-js` until their scripts have run, and show something else then. */
function ruleOf(selector: string, declarations: Declarations, order: number): Rule | null {
  if (selector.length > 200 || /no-?js/i.test(selector)) return null
  const compounds = selector
    .trim()
    .split(/\s*>\s*|\s+/)
    .map(readCompound)
  const element = compounds.pop()
  if (element === undefined || element === null || keyOf(element) === '') return null
  const around = compounds.filter((compound) => compound !== null)
  if (around.length !== compounds.length || around.length > MOST_AROUND) return null
  const all = [element, ...around]
  const ids = all.filter(({ id }) => id !== '').length
  const classes = all.reduce((sum, compound) => sum + compound.classes.length, 0)
  return {
    element,
    around,
    declarations,
    weight: (ids * 100 + classes * 10 + all.length) * MOST_RULES + order,
  }
}

function readCompound(written: string): Compound | null {
  const parts = COMPOUND.exec(written)
  if (parts === null || written === '') return null
  const names = parts[2]!.match(/[.#][\w-]+/g) ?? []
  return {
    tag: parts[1] === undefined || parts[1] === '*' ? '' : parts[1].toLowerCase(),
    classes: names.filter((name) => name.startsWith('.')).map((name) => name.slice(1)),
    id: names.find((name) => name.startsWith('#'))?.slice(1) ?? '',
  }
}

function withoutComments(sheet: string): string {
  let kept = ''
  let at = 0
  for (;;) {
    const from = sheet.indexOf('/*', at)
    if (from === -1) return kept + sheet.slice(at)
    kept += sheet.slice(at, from)
    const end = sheet.indexOf('*/', from + 2)
    if (end === -1) return kept
    at = end + 2
  }
}

/** Rules in their order; those of `@media screen`, `@media all` and `@layer` count as the page's, other ones not. */
function* blocksOf(sheet: string): Generator<{ readonly selectors: string; readonly body: string }> {
  let at = 0
  for (;;) {
    const open = sheet.indexOf('{', at)
    if (open === -1) return
    // What stands between the last rule and this one's selectors: `@import …;`, a brace that closes `@media`.
    const between = sheet.slice(at, open)
    const prelude = between.slice(Math.max(between.lastIndexOf(';'), between.lastIndexOf('}')) + 1).trim()
    at = open + 1
    if (/^@(?:media\s+(?:only\s+)?(?:all|screen)\s*$|layer\b)/i.test(prelude)) continue
    if (prelude.startsWith('@')) {
      at = endOfBlock(sheet, at)
      continue
    }
    const close = sheet.indexOf('}', at)
    yield {
      selectors: prelude,
      body: sheet.slice(at, close === -1 ? sheet.length : close),
    }
    if (close === -1) return
    at = close + 1
  }
}

/** Behind the brace that closes the block whose inside starts at `from`. */
function endOfBlock(sheet: string, from: number): number {
  const brace = /[{}]/g
  brace.lastIndex = from
  let depth = 1
  for (let match = brace.exec(sheet); match !== null; match = brace.exec(sheet)) {
    depth += match[0] === '{' ? 1 : -1
    if (depth === 0) return match.index + 1
  }
  return sheet.length
}
