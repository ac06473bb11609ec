import { readFileSync } from 'node:fs'
import { fileVariableOf, SECRETS } from '../../src/secret-files.ts'
import { VARIABLES } from '../../src/variables.ts'

// What the files for running Footnote may name.

/** Node's own. */
const OF_NODE = ['NODE_ENV', 'NODE_COMPILE_CACHE']

export const knownVariables: ReadonlySet<string> = new Set([
  ...Object.keys(VARIABLES),
  ...SECRETS.map(fileVariableOf),
  ...OF_NODE,
])

/** The commands of the program. */
export const knownCommands: ReadonlySet<string> = new Set(
  [...readFileSync('src/cli/program.ts', 'utf8').matchAll(/\.command\('([a-z]+)'\)/gu)].map(
    ([, name = '']) => name,
  ),
)

/**
 * Seconds that a stop can take at most: `runCommandLine` ends the bot by itself after that.
 * What a service manager kills before was cut off without a word to whoever waited.
 */
export const longestStopSeconds = (): number =>
  Number(
    /SERVICE_STOPS_WITHIN_MILLISECONDS = ([\d_]+)/u
      .exec(readFileSync('src/cli/run.ts', 'utf8'))?.[1]
      ?.replace('_', ''),
  ) / 1000
