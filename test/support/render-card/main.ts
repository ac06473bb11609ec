// Messages as they were sent, as a page that looks like Discord on a phone: to look at cards, by hand.
//   node bin/node24.mjs test/support/render-card/main.ts FILE.json > card.html
// FILE.json: a list of `{ "title", "content", "components", "ephemeral" }`, as bodies of messages hold them; with
// `"form"`, what a form is opened with.
import { readFileSync } from 'node:fs'
import { pageHtml, type Shown } from './page-html.ts'

const [file] = process.argv.slice(2)
if (file === undefined)
  throw new Error('Give a file: node test/support/render-card/main.ts FILE.json > card.html')
process.stdout.write(pageHtml(JSON.parse(readFileSync(file, 'utf8')) as readonly Shown[]))
