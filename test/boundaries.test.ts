// | folder        | may import                                                             |
// | ------------- | ---------------------------------------------------------------------- |
// | core          | core, node:crypto for hashing; stem.ts the stemmers it is named for    |
// | app           | core, app                                                              |
// | adapters/x    | core, app/ports.ts, its own siblings in x, node, its own npm packages  |
// | discord, cli  | core, app, themselves, node, their own npm packages                    |
// | main.ts, compose.ts, config.ts, variables.ts, secret-files.ts, diagnose.ts, figures.ts, migrate.ts, open-store.ts, shard-processes.ts, think.ts, think-worker.ts | anything |
//
// Each npm package is imported from one file or one folder, named here; a new dependency is a new line.
import { globSync, readFileSync } from 'node:fs'
import { dirname, join, normalize } from 'node:path'
import { describe, expect, it } from 'vitest'

const PACKAGES: Readonly<Record<string, string>> = {
  '@mozilla/readability': 'src/adapters/extract/',
  // Pure functions from a word to its stem: the one package in core.
  '@orama/stemmers': 'src/core/stem.ts',
  bullmq: 'src/adapters/redis/',
  chardet: 'src/adapters/extract/',
  cockatiel: 'src/adapters/model/',
  commander: 'src/cli/',
  'discord.js': 'src/discord/',
  dotenv: 'src/main.ts',
  'gpt-tokenizer': 'src/adapters/model/',
  ioredis: 'src/adapters/redis/',
  keyv: 'src/adapters/storage/',
  linkedom: 'src/adapters/extract/',
  openai: 'src/adapters/model/',
  pino: 'src/adapters/log.ts',
  piscina: 'src/adapters/extract/',
  'prom-client': 'src/adapters/metrics/',
  'tidy-url': 'src/adapters/trackers.ts',
  tldts: 'src/adapters/extract/',
  undici: 'src/adapters/fetch/',
  unpdf: 'src/adapters/extract/',
  zod: 'src/variables.ts',
}

const MAY_IMPORT: readonly [folder: RegExp, allowed: (from: string) => RegExp][] = [
  [/^src\/core\//, () => /^src\/core\/|^node:crypto$/],
  [/^src\/app\//, () => /^src\/(core|app)\//],
  [/^src\/adapters\//, (from) => new RegExp(`^src/core/|^src/app/ports\\.ts$|^${roomOf(from)}|^node:`)],
  [
    /^src\/(discord|cli)\//,
    (from) => new RegExp(`^src/(core|app)/|^${from.split('/').slice(0, 2).join('/')}/|^node:`),
  ],
  [
    /^src\/(main|compose|config|variables|secret-files|diagnose|figures|migrate|open-store|shard-processes|think|think-worker)\.ts$/,
    () => /./,
  ],
]

/** `src/adapters/fetch/x.ts` belongs to the room `src/adapters/fetch/`, `src/adapters/log.ts` to itself. */
const roomOf = (file: string): string =>
  file.split('/').length > 3 ? `${file.split('/').slice(0, 3).join('/')}/` : file

const importsOf = (file: string): string[] =>
  [...readFileSync(file, 'utf8').matchAll(/(?:\bfrom|\bimport\(|^import)\s*['"]([^'"]+)['"]/gm)].map(
    (match) => match[1] ?? '',
  )

const files = globSync('src/**/*.ts').map((file) => file.replaceAll('\\', '/'))
const packageOf = (name: string): string =>
  name
    .split('/')
    .slice(0, name.startsWith('@') ? 2 : 1)
    .join('/')

describe('the import table', () => {
  it('finds the files that it judges', () => {
    expect(files).toContain('src/core/article.ts')
    expect(importsOf('src/core/build-article.ts').length).toBeGreaterThan(2)
  })

  it.each(files)('holds in %s', (file) => {
    const rule = MAY_IMPORT.find(([folder]) => folder.test(file))
    expect(rule, `${file} stands in no folder of the table`).toBeDefined()
    for (const name of importsOf(file)) {
      if (name.startsWith('.'))
        expect(normalize(join(dirname(file), name)).replaceAll('\\', '/')).toMatch(rule![1](file))
      else if (name.startsWith('node:')) expect(name).toMatch(rule![1](file))
      else
        expect(file, `${packageOf(name)} belongs to ${PACKAGES[packageOf(name)]}`).toContain(
          PACKAGES[packageOf(name)] ?? 'nowhere',
        )
    }
  })
})

/** Calls of discord.js that put words before people: messages, edits, answers to interactions, forms, threads, names. */
const SAYS_SOMETHING =
  /\.(?:send|reply|edit|editReply|editMessage|followUp|showModal|startThread|setName|setTopic|setNickname|setActivity|setPresence|setStatus|respond|react|update|createWebhook|pin|setContent)\(|\brest\s*\.\s*(?:post|put|patch)\(|new (?:InteractionWebhook|WebhookClient)\(|\.threads\s*\.\s*create\(/g

describe('the way out to Discord', () => {
  it('is one file, and everything in it passes the gate', () => {
    const speaking = files
      .filter((file) => file.startsWith('src/discord/') || importsOf(file).includes('discord.js'))
      .filter((file) => readFileSync(file, 'utf8').match(SAYS_SOMETHING) !== null)
    expect(speaking).toEqual(['src/discord/outgoing/outgoing.ts'])
    const outgoing = readFileSync('src/discord/outgoing/outgoing.ts', 'utf8')
    expect(outgoing.match(SAYS_SOMETHING)!.length).toBeGreaterThanOrEqual(8)
    // Each exported function that says something builds its payload with `body` or `passGate`.
    for (const [words] of outgoing.matchAll(/export async function [^]*?\n}\n/g))
      if (words.match(SAYS_SOMETHING) !== null && !words.includes('deferReply'))
        expect(words).toMatch(/body\(view\)|passGate\(/)
  })
})

describe('the words that the bot says in Discord', () => {
  // What the doctor prints in a terminal, what the log holds, and what stops the start is for the host.
  const FOR_THE_HOST = /^src\/discord\/connection\//
  const withoutComments = (source: string): string =>
    source
      .replace(/\/\*[^]*?\*\//g, '')
      .replace(/(^|\s)\/\/.*$/gm, '')
      .replace(/^import[^]*?from '[^']+'$/gm, '')
      .replace(/log\.\w+\([^]*?\)$/gm, '')
  /** Templates of markup with words of their own, and quoted text of several words. */
  const wordsIn = (source: string): string[] => [
    ...[...source.matchAll(/markup`((?:[^`\\]|\\.)*)`/g)]
      .map(([, text = '']) => text.replace(/\$\{[^}]*\}/g, ''))
      .filter((text) => /[A-Za-z]{2,}/.test(text)),
    ...[...source.matchAll(/'((?:[^'\\\n]|\\.)*)'/g)]
      .map(([, text = '']) => text)
      .filter((text) => /[a-z]{2,} [a-z]/i.test(text)),
  ]

  it.each(files.filter((file) => file.startsWith('src/discord/') && !FOR_THE_HOST.test(file)))(
    'stand in texts.ts, and not in %s',
    (file) => {
      if (file === 'src/discord/texts.ts') return
      expect(wordsIn(withoutComments(readFileSync(file, 'utf8')))).toEqual([])
    },
  )
})
