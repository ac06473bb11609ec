/** The UTC day of a time in milliseconds since the epoch: `2026-11-22`. */
export const utcDayOf = (milliseconds: number): string => new Date(milliseconds).toISOString().slice(0, 10)

/** `2026-11` of `2026-11-22`. */
export const monthOf = (day: string): string => day.slice(0, 7)
