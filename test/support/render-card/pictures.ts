// The pictures of the documentation, from messages that the real bot sent in a scene of the tests:
//   node bin/node24.mjs test/support/render-card/pictures.ts docs/pictures
// Needs Chromium. The age beside a date is that of today.
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { findChromium, startChromium } from '../chromium.ts'
import { withFewerColours } from './fewer-colours.ts'
import { pageHtml } from './page-html.ts'
import { playPictures } from './picture-scene.ts'

const WIDTH = 400
const PIXELS = 2
/** A machine's own places have no business on a picture. */
const OF_A_MACHINE = /127\.0\.0\.1|localhost|\/tmp\/|\/home\//u

const [folder] = process.argv.slice(2)
const program = findChromium()
if (folder === undefined) throw new Error('Give a folder, such as docs/pictures.')
if (program === null) throw new Error('There is no Chromium: install one, or name it in CHROMIUM.')
mkdirSync(folder, { recursive: true })
const pictures = await playPictures()
const chromium = await startChromium(program, { width: WIDTH, height: 600 }, PIXELS)
try {
  for (const [name, messages] of Object.entries(pictures)) {
    const html = pageHtml(messages)
    if (OF_A_MACHINE.test(html)) throw new Error(`${name} shows something of this machine`)
    await chromium.page.open(`data:text/html;base64,${Buffer.from(html).toString('base64')}`)
    const height = await chromium.page.run<number>(
      '() => Math.ceil(document.body.getBoundingClientRect().height)',
    )
    const png = withFewerColours(Buffer.from(await chromium.page.picture({ width: WIDTH, height }), 'base64'))
    writeFileSync(join(folder, `${name}.png`), png)
    process.stdout.write(`${name}.png ${Math.ceil(png.length / 1024)} kB\n`)
  }
} finally {
  await chromium.close()
}
