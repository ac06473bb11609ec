const ROUNDS = 15

/** Median milliseconds of each piece of work, run by turns so that a noisy machine is noisy for all of them. */
export function medians<Name extends string>(
  works: Readonly<Record<Name, () => unknown>>,
): Record<Name, number> {
  const names = Object.keys(works) as Name[]
  const times = Object.fromEntries(names.map((name) => [name, [] as number[]])) as Record<Name, number[]>
  for (let round = 0; round < ROUNDS; round++) {
    for (const name of names) {
      const started = performance.now()
      works[name]()
      times[name].push(performance.now() - started)
    }
  }
  const median = (list: number[]): number => list.toSorted((one, other) => one - other)[list.length >> 1] ?? 0
  return Object.fromEntries(names.map((name) => [name, median(times[name])])) as Record<Name, number>
}
