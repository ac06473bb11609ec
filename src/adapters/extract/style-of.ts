import type { PageElement } from './dom.ts'
import { tooLarge } from './refusals.ts'
import {
  type Compound,
  type Declarations,
  readDeclarations,
  type Rule,
  type StyleSheet,
} from './style-sheet.ts'

/** An element as selectors see it, and what it stands in. */
export interface Shape {
  readonly tag: string
  readonly id: string
  readonly classes: ReadonlySet<string>
  readonly above: Shape | null
}

const IMPORTANT = '!important'
/** Comparisons of an element with a part of a selector; of 252 pages of the web the most needs 202,510. */
const MOST_CHECKS = 4_000_000

export const shapeOf = (element: PageElement, above: Shape | null): Shape => ({
  tag: element.tagName.toLowerCase(),
  id: element.getAttribute('id') ?? '',
  classes: new Set((element.getAttribute('class') ?? '').split(/\s+/).filter((name) => name !== '')),
  above,
})

/**
 * A function that tells what an element is styled with: by rules, then by its own `style`, then by what is marked as
 * important. It throws the error `page-too-large` where rules and elements are so many that it would take long.
 */
export function createStyler(sheet: StyleSheet): (element: PageElement, shape: Shape) => Declarations {
  let checks = 0
  const matches = ({ tag, id, classes }: Shape, compound: Compound): boolean => {
    checks += 1
    if (checks > MOST_CHECKS) throw tooLarge()
    return (
      (compound.tag === '' || compound.tag === tag) &&
      (compound.id === '' || compound.id === id) &&
      compound.classes.every((name) => classes.has(name))
    )
  }
  const isInside = (shape: Shape, outer: Compound): boolean => {
    for (let above = shape.above; above !== null; above = above.above) if (matches(above, outer)) return true
    return false
  }
  const rulesFor = (shape: Shape): Rule[] =>
    [shape.tag, ...[...shape.classes].map((name) => `.${name}`), `#${shape.id}`]
      .flatMap((key) => sheet.get(key) ?? [])
      .filter((rule) => matches(shape, rule.element) && rule.around.every((outer) => isInside(shape, outer)))
      .toSorted((one, other) => one.weight - other.weight)
  return (element, shape) => {
    const own = readDeclarations(element.getAttribute('style') ?? '')
    const rules = sheet.size === 0 ? [] : rulesFor(shape)
    return rules.length === 0 ? own : cascade([...rules.map(({ declarations }) => declarations), own])
  }
}

function cascade(layers: readonly Declarations[]): Declarations {
  const style = new Map<string, string>()
  for (const important of [false, true])
    for (const layer of layers)
      for (const [name, value] of layer) if (value.endsWith(IMPORTANT) === important) style.set(name, value)
  return style
}
