/** Milliseconds and bytes. */
export interface Limits {
  /** The whole fetch: waiting for a free slot, every redirect, the body. */
  readonly totalMilliseconds: number
  /** Name look-up, connection and TLS of one hop. */
  readonly connectMilliseconds: number
  /** From the connection to the end of the final headers. */
  readonly headersMilliseconds: number
  /** The longest pause within a body. */
  readonly gapMilliseconds: number
  readonly headerBytes: number
  /** Everything that arrives on the socket: headers, interim replies and chunk extensions count too. */
  readonly rawBytes: number
  /** What the body unpacks to. */
  readonly decodedBytes: number
  readonly pdfRawBytes: number
  readonly pdfDecodedBytes: number
  readonly redirects: number
}

const MEGABYTE = 1024 * 1024

export const LIMITS: Limits = {
  totalMilliseconds: 8000,
  connectMilliseconds: 4000,
  headersMilliseconds: 5000,
  gapMilliseconds: 3000,
  headerBytes: 16 * 1024,
  rawBytes: 6 * MEGABYTE,
  decodedBytes: 4 * MEGABYTE,
  pdfRawBytes: 20 * MEGABYTE,
  pdfDecodedBytes: 20 * MEGABYTE,
  redirects: 5,
}

/** The limits with some of them lowered; a value above the default changes nothing. */
export function tighten(lower: Partial<Limits> = {}): Limits {
  const limits: Record<string, number> = { ...LIMITS }
  for (const [name, value] of Object.entries(lower)) {
    const usual = limits[name]
    if (usual !== undefined && value >= 0) limits[name] = Math.min(usual, value)
  }
  return limits as unknown as Limits
}
