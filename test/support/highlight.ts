import type { Chromium } from './chromium.ts'

/** What a page has to carry so that its highlighted words can be told from all others. */
export const HIGHLIGHT_STYLE =
  '<style>::target-text { background-color: rgb(255, 0, 255) !important; color: rgb(255, 0, 255) !important }</style>'

/** A match is looked for after the page is loaded, and painted with one of the next frames. */
const MOST_LOOKS = 3

export interface Highlight {
  readonly text: string
  /** The text of the page right before and behind it. */
  readonly before: string
  readonly after: string
}

/**
 * Opens a link and reads the words that the browser highlights: no script can ask for them, so a picture of the window
 * is taken, and the characters that stand on the colour of `::target-text` are read. Null where nothing is highlighted.
 */
export async function readHighlight({ page }: Chromium, link: string): Promise<Highlight | null> {
  await page.open(link)
  for (let look = 1; look <= MOST_LOOKS; look++) {
    if (look > 1) await page.run(NEXT_FRAMES)
    const highlight = await page.run<Highlight | null>(READ_HIGHLIGHT, await page.picture())
    if (highlight !== null) return highlight
  }
  return null
}

const NEXT_FRAMES = `() => new Promise((resolve) => requestAnimationFrame(() => requestAnimationFrame(() => resolve(true))))`

/** Runs in the page, so it is text: it reads the picture, then asks each visible character whether it stands on the colour. */
const READ_HIGHLIGHT = String.raw`async (picture) => {
  const bytes = Uint8Array.from(atob(picture), (character) => character.charCodeAt(0))
  const image = await createImageBitmap(new Blob([bytes], { type: 'image/png' }))
  const { width, height } = image
  const context = new OffscreenCanvas(width, height).getContext('2d', { willReadFrequently: true })
  context.drawImage(image, 0, 0)
  const { data } = context.getImageData(0, 0, width, height)
  const isColour = (at) => data[at] > 240 && data[at + 1] < 16 && data[at + 2] > 240
  const rows = Array.from({ length: height }, (_, y) => {
    for (let x = 0; x < width; x++) if (isColour((y * width + x) * 4)) return true
    return false
  })
  if (!rows.includes(true)) return null
  const isColoured = (box) => {
    const [x, y] = [Math.floor((box.left + box.right) / 2), Math.floor((box.top + box.bottom) / 2)]
    return x >= 0 && y >= 0 && x < width && y < height && isColour((y * width + x) * 4)
  }
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT, (node) =>
    node.parentElement.checkVisibility() && node.parentElement.closest('rt') === null ? NodeFilter.FILTER_ACCEPT : NodeFilter.FILTER_REJECT,
  )
  const range = document.createRange()
  let [all, start, end, block] = ['', -1, -1, null]
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    let parent = node.parentElement
    while (getComputedStyle(parent).display.startsWith('inline') && parent.parentElement !== null) parent = parent.parentElement
    if (parent !== block) all += ' '
    block = parent
    range.selectNodeContents(node)
    const around = range.getBoundingClientRect()
    const first = Math.max(0, Math.floor(around.top))
    const isNear = around.width > 0 && rows.slice(first, Math.max(first, Math.ceil(around.bottom))).includes(true)
    for (let at = 0; isNear && at < node.data.length; ) {
      const character = String.fromCodePoint(node.data.codePointAt(at))
      range.setStart(node, at)
      range.setEnd(node, at + character.length)
      const box = [...range.getClientRects()].find((each) => each.width > 0)
      if (box !== undefined && isColoured(box)) {
        if (start === -1) start = all.length + at
        end = all.length + at + character.length
      }
      at += character.length
    }
    all += node.data
    if (node.nextSibling !== null && node.nextSibling.nodeName === 'BR') all += ' '
  }
  if (start === -1) return null
  return { text: all.slice(start, end), before: all.slice(Math.max(0, start - 200), start), after: all.slice(end, end + 200) }
}`
