import { PassThrough, type Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import {
  constants,
  createBrotliDecompress,
  createGunzip,
  createInflate,
  createInflateRaw,
  createZstdDecompress,
  type ZstdDecompress,
} from 'node:zlib'

/** What we ask for is what we can unpack. */
export const ACCEPT_ENCODING = 'gzip, deflate, br, zstd'

/** Nobody packs a page twice, and each layer multiplies what a few bytes can unpack to. */
const MOST_LAYERS = 1

/** Unpacks chunk by chunk; throws what zlib throws. Whoever stops listening ends it. An empty body stays empty. */
export type Decoder = (source: AsyncIterable<Buffer>) => AsyncIterable<Buffer>

const through = <Unpacker extends Transform>(
  choose: (firstChunk: Buffer) => Unpacker,
  check: (unpacker: Unpacker, given: number) => void = () => undefined,
): Decoder =>
  async function* (source) {
    const chunks = source[Symbol.asyncIterator]()
    const first = await chunks.next()
    if (first.done === true) return
    let given = 0
    const whole = async function* (): AsyncGenerator<Buffer> {
      given += first.value.length
      yield first.value
      for await (const chunk of { [Symbol.asyncIterator]: () => chunks }) {
        given += chunk.length
        yield chunk
      }
    }
    const unpacker = choose(first.value)
    // The same failure comes out of the unpacker, where it is thrown on.
    pipeline(whole, unpacker).catch(() => undefined)
    try {
      yield* unpacker
      check(unpacker, given)
    } finally {
      unpacker.destroy()
    }
  }

/** `deflate` should mean zlib's format, but some servers send bare deflate; the first byte tells. */
const inflaterFor = (firstChunk: Buffer): Transform =>
  ((firstChunk[0] ?? 0) & 0x0f) === 8 ? createInflate() : createInflateRaw()

// RFC 9659: a decoder of web content needs no larger window than 8 MB; zstd would allow 128 MB.
const createSmallZstdDecompress = (): ZstdDecompress =>
  createZstdDecompress({ params: { [constants.ZSTD_d_windowLogMax]: 23 } })

/**
 * A page may come in several frames (RFC 8878, section 3.1), but where one ends within a chunk node drops the others and
 * says nothing: the page would lose its end, and nobody would know.
 */
const requireAll = (unpacker: ZstdDecompress, given: number): void => {
  if (unpacker.bytesWritten < given) throw new Error('more frames than can be unpacked')
}

const DECODERS: Readonly<Record<string, Decoder>> = {
  gzip: through(() => createGunzip()),
  'x-gzip': through(() => createGunzip()),
  deflate: through(inflaterFor),
  br: through(() => createBrotliDecompress()),
  zstd: through(createSmallZstdDecompress, requireAll),
}

/** For text that may be packed without saying so: gzip's first bytes tell (RFC 1952), anything else passes. */
export const unpackUnannounced: Decoder = through((first) =>
  first[0] === 0x1f && first[1] === 0x8b && first[2] === 8 ? createGunzip() : new PassThrough(),
)

/** Seen in replies that are not packed at all. */
const NOT_PACKED = new Set(['', 'identity', 'none', 'binary', '8bit', 'utf-8', 'utf8'])

/** What unpacks a body of this `content-encoding`, none for a plain one; null where it is unknown, or more than one. */
export function decodersFor(contentEncoding: string): readonly Decoder[] | null {
  const names = contentEncoding
    .toLowerCase()
    .split(',')
    .map((name) => name.trim())
    .filter((name) => !NOT_PACKED.has(name))
  if (names.length > MOST_LAYERS || names.some((name) => !Object.hasOwn(DECODERS, name))) return null
  return names.map((name) => DECODERS[name]!)
}
