import type { Span } from './span.ts'

/** Of spans in order, none of which overlap, the index of the first that ends behind a place. */
function firstEndingBehind(spans: readonly Span[], place: number): number {
  let low = 0
  let high = spans.length
  while (low < high) {
    const middle = (low + high) >> 1
    if (spans[middle]!.end > place) high = middle
    else low = middle + 1
  }
  return low
}

/** The span that holds a place; undefined where it stands between two. `spans` are in order and do not overlap. */
export function spanAt<Of extends Span>(spans: readonly Of[], place: number): Of | undefined {
  const found = spans[firstEndingBehind(spans, place)]
  return found !== undefined && found.start <= place ? found : undefined
}

/** The spans that share something with another one, found without a look at all of them. */
export function spansTouching<Of extends Span>(spans: readonly Of[], { start, end }: Span): readonly Of[] {
  const from = firstEndingBehind(spans, start)
  let to = from
  while (to < spans.length && spans[to]!.start < end) to += 1
  return spans.slice(from, to)
}
