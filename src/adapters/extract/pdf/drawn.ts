/** A page of so many drawn lines and nothing else shows letters drawn as outlines, or a chart. */
const MANY_DRAWINGS = 60

/** What a page draws, as pdf.js lists it (`getOperatorList`). */
export interface Operators {
  readonly fnArray: readonly number[]
  readonly argsArray: readonly unknown[]
}
export type Names = Readonly<Record<string, number>>

export function fontsUsed({ fnArray, argsArray }: Operators, names: Names): string[] {
  const used = new Set<string>()
  for (const [index, operator] of fnArray.entries()) {
    const args = argsArray[index]
    if (operator === names['setFont'] && Array.isArray(args)) used.add(String(args[0]))
  }
  return [...used]
}

/** Whether something is drawn on a page without words: a picture (or the place of one that was left out), or outlines. */
export function showsPicture({ fnArray }: Operators, names: Names): boolean {
  const of = (...keys: string[]): Set<number | undefined> => new Set(keys.map((key) => names[key]))
  const pictures = of(
    'paintImageXObject',
    'paintInlineImageXObject',
    'paintImageMaskXObject',
    'paintImageXObjectRepeat',
    'paintImageMaskXObjectGroup',
    'paintImageMaskXObjectRepeat',
    'paintInlineImageXObjectGroup',
    'paintSolidColorImageMask',
  )
  if (fnArray.some((operator) => pictures.has(operator))) return true
  if (fnArray.filter((operator) => operator === names['constructPath']).length >= MANY_DRAWINGS) return true
  // A picture is drawn into a square that is first moved to its place: save, transform, picture, restore.
  const settings = of(
    'setGState',
    'dependency',
    'beginMarkedContent',
    'beginMarkedContentProps',
    'endMarkedContent',
  )
  let isMoved = false
  for (const operator of fnArray) {
    if (operator === names['restore'] && isMoved) return true
    if (operator === names['transform']) isMoved = true
    else if (!settings.has(operator)) isMoved = false
  }
  return false
}
