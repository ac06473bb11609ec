// npm run bench [-- NAME…] [--pages FOLDER] [--data FILE]… [--share 0.1] [--only WORDS] [--articles N]: what is measured, in one
// run, as ratios. Never part of a test: machines are noisy.
import { parseArgs } from 'node:util'
import { benchBudget } from './budget.ts'
import { benchCrashes } from './crashes.ts'
import { benchCard } from './card.ts'
import { benchCrowd } from './crowd.ts'
import { benchExtraction } from './extraction.ts'
import { benchFaults } from './faults.ts'
import { benchHostile } from './hostile.ts'
import { benchLag } from './lag.ts'
import { benchLoad } from './load.ts'
import { benchLong } from './long.ts'
import { benchLinks } from './links.ts'
import { benchMemory } from './memory.ts'
import { benchMutants } from './mutants.ts'
import { benchPrefix } from './prefix.ts'
import { benchProcess } from './process.ts'
import { benchQuotes } from './quotes.ts'
import { benchReady } from './ready.ts'
import { benchRepeated } from './repeated.ts'
import { benchRetrieval } from './retrieval.ts'
import { benchSentences } from './sentences.ts'
import { benchSeveral } from './several.ts'
import { benchVoices } from './voices.ts'
import { benchSummaries } from './summaries.ts'

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: {
    pages: { type: 'string' },
    articles: { type: 'string' },
    data: { type: 'string', multiple: true },
    share: { type: 'string' },
    only: { type: 'string' },
  },
})

// `--data a.jsonl b.jsonl`: further files stand where names of benches do.
const files = positionals.filter((each) => each.endsWith('.jsonl'))
const asked = positionals.filter((each) => !each.endsWith('.jsonl'))

const BENCHES: Readonly<Record<string, () => void | Promise<void>>> = {
  sentences: benchSentences,
  quotes: benchQuotes,
  voices: benchVoices,
  extraction: () => benchExtraction(values.pages ?? null),
  links: () => benchLinks(values.pages ?? null),
  budget: benchBudget,
  faults: benchFaults,
  crashes: benchCrashes,
  lag: benchLag,
  hostile: () => benchHostile(Number(values.share ?? 1), values.only ?? null),
  mutants: benchMutants,
  card: benchCard,
  repeated: benchRepeated,
  crowd: benchCrowd,
  memory: () => benchMemory(values.articles === undefined ? undefined : Number(values.articles)),
  prefix: benchPrefix,
  long: benchLong,
  load: () => benchLoad(values.only ?? null),
  ready: benchReady,
  process: benchProcess,
  retrieval: () => benchRetrieval([...(values.data ?? []), ...files]),
  several: benchSeveral,
  summaries: benchSummaries,
}

const unknown = asked.filter((name) => !(name in BENCHES))
if (unknown.length > 0) {
  console.error(`There is no bench ${unknown.join(', ')}. There are: ${Object.keys(BENCHES).join(', ')}.`)
  process.exitCode = 2
} else {
  for (const name of asked.length > 0 ? asked : Object.keys(BENCHES)) await BENCHES[name]?.()
}
