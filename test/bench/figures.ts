/** The value in the middle. */
export const median = (values: readonly number[]): number => quantile(values, 0.5)

/** The value that so large a share of all does not pass. */
export function quantile(values: readonly number[], share: number): number {
  const sorted = values.toSorted((one, other) => one - other)
  return sorted[Math.min(sorted.length - 1, Math.max(0, Math.ceil(sorted.length * share) - 1))] ?? Number.NaN
}

export const milliseconds = (value: number): string => `${value.toFixed(value < 10 ? 1 : 0)} ms`

export const ratio = (value: number): string => value.toFixed(2)

export const percent = (share: number): string => `${(share * 100).toFixed(1)} %`

/** How long this machine takes for what always costs the same: beside it, other times can be judged. */
export async function timed(work: () => unknown): Promise<number> {
  const started = performance.now()
  await work()
  return performance.now() - started
}
