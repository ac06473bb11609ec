// node test/bench/extraction-memory.ts READER [FOLDER]: reads every page with one reader, and prints the most memory
// that the process took, in megabytes. A process of its own, because memory cannot be told apart inside one.
import { loadPages } from './extraction/pages.ts'
import { readPage } from './extraction/readers.ts'

const [name = 'footnote', folder = null] = process.argv.slice(2)
for (const { html, url } of loadPages(folder)) await readPage(name, html, url, Date.now())
console.log(Math.round(process.resourceUsage().maxRSS / 1024))
