import { crc32, deflateSync, inflateSync } from 'node:zlib'

// Text on a dark ground has a few colours and many shades between them: with a palette of the commonest ones a picture is
// a third as large, and nobody sees a difference.

const SIGNATURE = Buffer.from('\x89PNG\r\n\x1A\n', 'latin1')
const MOST_COLOURS = 64
/** Squared, of red, green and blue. */
const NEAREST = 12 ** 2

/** A PNG as Chromium makes it (8 bits, not interlaced, opaque), with a palette. */
export function withFewerColours(png: Buffer): Buffer {
  const chunks = chunksOf(png)
  const header = chunks.find(({ type }) => type === 'IHDR')?.data
  const [bits, kind, interlaced] = [header?.[8], header?.[9], header?.[12]]
  if (header === undefined || bits !== 8 || (kind !== 2 && kind !== 6) || interlaced !== 0)
    throw new Error('This is no PNG as Chromium makes it')
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)]
  const packed = Buffer.concat(chunks.filter(({ type }) => type === 'IDAT').map(({ data }) => data))
  const colours = coloursOf(inflateSync(packed), { width, height, bytes: kind === 6 ? 4 : 3 })
  const palette = commonest(colours)
  const nearest = new Map<number, number>()
  const rows = Buffer.alloc((width + 1) * height)
  for (const [index, colour] of colours.entries()) {
    const place = nearest.get(colour) ?? nearestIn(palette, colour)
    nearest.set(colour, place)
    // Each row begins with the number of its filter: none.
    rows[index + Math.floor(index / width) + 1] = place
  }
  const indexed = Buffer.from(header)
  indexed[9] = 3
  return Buffer.concat([
    SIGNATURE,
    chunk('IHDR', indexed),
    chunk('PLTE', Buffer.from(palette.flatMap(partsOf))),
    chunk('IDAT', deflateSync(rows, { level: 9, memLevel: 9 })),
    chunk('IEND', Buffer.alloc(0)),
  ])
}

function chunksOf(png: Buffer): { type: string; data: Buffer }[] {
  const chunks = []
  for (let at = SIGNATURE.length; at < png.length;) {
    const length = png.readUInt32BE(at)
    const type = png.toString('latin1', at + 4, at + 8)
    chunks.push({ type, data: png.subarray(at + 8, at + 8 + length) })
    at += length + 12
  }
  return chunks
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const [length, check] = [Buffer.alloc(4), Buffer.alloc(4)]
  length.writeUInt32BE(data.length)
  check.writeUInt32BE(crc32(body))
  return Buffer.concat([length, body, check])
}

interface Size {
  readonly width: number
  readonly height: number
  /** Of a pixel. */
  readonly bytes: number
}

/** Each pixel as 0xRRGGBB, from the top: the filters of the rows taken back, as the PNG specification says (9.2). */
function coloursOf(filtered: Buffer, { width, height, bytes }: Size): Uint32Array {
  const length = width * bytes
  const colours = new Uint32Array(width * height)
  let above = Buffer.alloc(length)
  for (let row = 0; row < height; row += 1) {
    const start = row * (length + 1)
    const filter = filtered[start] ?? 0
    const line = Buffer.from(filtered.subarray(start + 1, start + 1 + length))
    for (let at = 0; at < length; at += 1) {
      const [left, up, corner] = [line[at - bytes] ?? 0, above[at] ?? 0, above[at - bytes] ?? 0]
      line[at] = (line[at] ?? 0) + predicted(filter, left, up, corner)
    }
    for (let column = 0; column < width; column += 1)
      colours[row * width + column] = line.readUIntBE(column * bytes, 3)
    above = line
  }
  return colours
}

function predicted(filter: number, left: number, up: number, corner: number): number {
  if (filter < 4) return [0, left, up, (left + up) >> 1][filter] ?? 0
  const distances = [up - corner, left - corner, left + up - 2 * corner].map(Math.abs)
  return [left, up, corner][distances.indexOf(Math.min(...distances))] ?? 0
}

/** The commonest ones that can be told from each other: a rare colour counts for more than one more shade. */
function commonest(colours: Uint32Array): number[] {
  const counts = new Map<number, number>()
  for (const colour of colours) counts.set(colour, (counts.get(colour) ?? 0) + 1)
  const palette: number[] = []
  for (const [colour] of [...counts].toSorted(([, one], [, other]) => other - one)) {
    if (palette.every((other) => distance(other, colour) >= NEAREST)) palette.push(colour)
    if (palette.length === MOST_COLOURS) break
  }
  return palette
}

const partsOf = (colour: number): number[] => [colour >> 16, (colour >> 8) & 255, colour & 255]

const distance = (one: number, other: number): number => {
  const parts = partsOf(other)
  return partsOf(one).reduce((sum, part, index) => sum + (part - (parts[index] ?? 0)) ** 2, 0)
}

function nearestIn(palette: readonly number[], colour: number): number {
  const distances = palette.map((other) => distance(other, colour))
  return distances.indexOf(Math.min(...distances))
}
