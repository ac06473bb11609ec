import { closeSync, openSync, readSync } from 'node:fs'

// Secrets out of files, as Docker, Kubernetes and systemd hand them over: NAME_FILE names a file that holds NAME.
// What is in the environment can be read by `docker inspect`, by child processes and by whoever may look at /proc.

/** The variables that hold a secret, or an address that may hold a password: each can come out of a file. */
export const SECRETS = [
  'DISCORD_TOKEN',
  'OPENAI_API_KEY',
  'OPENAI_FALLBACK_API_KEY',
  'STORAGE_URL',
  'QUEUE_URL',
] as const

/** What a variable is called that names the file of another. */
export const fileVariableOf = (name: string): string => `${name}_FILE`

type Environment = Readonly<Record<string, string | undefined>>
type Secret = { readonly value: string } | { readonly problem: string }

/** The text of a file that a variable names. Throws where it cannot be read. */
export type ReadSecretFile = (path: string) => string

/** Keys and addresses are shorter: more is another file, or one that has no end. */
const MOST_BYTES = 65_536

/**
 * Looks for the file of one secret. Null: none is named. A problem says which variable and what to do, and holds neither
 * the secret nor a word of the file.
 */
export function secretFromFile(name: string, environment: Environment, read: ReadSecretFile): Secret | null {
  const variable = fileVariableOf(name)
  const path = environment[variable]?.trim() ?? ''
  if (path === '') return null
  const problem = (words: string): Secret => ({ problem: `${variable} ${words}` })
  if ((environment[name]?.trim() ?? '') !== '') {
    return problem(`is set, and ${name} is too. Keep one of them, and take the other out.`)
  }
  let value: string
  try {
    value = read(path).trim()
  } catch (error) {
    return problem(`names ${path}, which cannot be read (${reasonOf(error)}). ${HOW_TO_MEND}`)
  }
  return value === ''
    ? problem(
        `names ${path}, which is empty. Write the value of ${name} into it, or leave ${variable} unset.`,
      )
    : { value }
}

const HOW_TO_MEND = 'Check that it is there and that the user who runs Footnote may read it.'

const REASONS: Readonly<Record<string, string>> = {
  ENOENT: 'there is no such file',
  EACCES: 'no permission',
  EISDIR: 'it is a folder',
  ENOTDIR: 'there is no such folder',
  EFBIG: `it has more than ${MOST_BYTES} bytes`,
}

/** By its code, never by its words. */
function reasonOf(error: unknown): string {
  const code = error instanceof Error && 'code' in error ? String(error.code) : 'unknown reason'
  return REASONS[code] ?? code
}

/** Reads a small file, which may be a pipe too. Throws as node:fs does, and `EFBIG` for a file that is no secret. */
export function readSecretFile(path: string): string {
  const file = openSync(path, 'r')
  try {
    const bytes = Buffer.alloc(MOST_BYTES + 1)
    let length = 0
    for (;;) {
      const count = readSync(file, bytes, length, bytes.length - length, null)
      length += count
      if (length > MOST_BYTES) throw Object.assign(new Error('too large for a secret'), { code: 'EFBIG' })
      if (count === 0) return bytes.toString('utf8', 0, length)
    }
  } finally {
    closeSync(file)
  }
}
