import { execFileSync } from 'node:child_process'
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { ConfigError, parseConfig } from '../src/config.ts'
import { readSecretFile } from '../src/secret-files.ts'
import { runFootnote } from './support/run-footnote.ts'

const FILES: Readonly<Record<string, string>> = {
  '/run/secrets/token': ' discord-secret\n',
  '/run/secrets/key': '\uFEFFmodel-secret\r\n',
  '/run/secrets/store': 'sqlite:data/elsewhere.db\n',
  '/run/secrets/two-words': 'planted secret',
  '/run/secrets/empty': ' \n',
}

/** As the disk would. */
const read = (path: string): string => {
  const text = FILES[path]
  if (text === undefined) throw Object.assign(new Error(`ENOENT, open ${path}`), { code: 'ENOENT' })
  return text
}

const problemsOf = (environment: Record<string, string>): readonly string[] => {
  try {
    parseConfig(environment, { readFile: read })
    return []
  } catch (error) {
    if (error instanceof ConfigError) return error.problems
    throw error
  }
}

describe('a secret in a file', () => {
  it('is the value of its variable, without white space at its ends', () => {
    const config = parseConfig(
      {
        DISCORD_TOKEN_FILE: '/run/secrets/token',
        OPENAI_API_KEY_FILE: '/run/secrets/key',
        STORAGE_URL_FILE: '/run/secrets/store',
      },
      { readFile: read },
    )
    expect(config.discord.token).toBe('discord-secret')
    expect(config.model?.apiKey).toBe('model-secret')
    expect(config.storageUrl).toBe('sqlite:data/elsewhere.db')
  })

  it('is not looked for where its variable is empty, and stands where only the other one is', () => {
    expect(
      parseConfig({ DISCORD_TOKEN_FILE: ' ', DISCORD_TOKEN: 'direct' }, { readFile: read }).discord.token,
    ).toBe('direct')
    const { discord } = parseConfig(
      { DISCORD_TOKEN: ' ', DISCORD_TOKEN_FILE: '/run/secrets/token' },
      { readFile: read },
    )
    expect(discord.token).toBe('discord-secret')
  })

  it.each([
    [
      { DISCORD_TOKEN_FILE: '/run/secrets/token', DISCORD_TOKEN: 'other' },
      /DISCORD_TOKEN is too\. Keep one/u,
    ],
    [{ DISCORD_TOKEN_FILE: '/run/secrets/gone' }, /names \/run\/secrets\/gone.*no such file.*Check that/u],
    [{ OPENAI_API_KEY_FILE: '/run/secrets/empty' }, /is empty\. Write the value of OPENAI_API_KEY/u],
  ])('is refused in words: %j', (environment, words) => {
    expect(problemsOf(environment)).toEqual([expect.stringMatching(words)])
    expect(problemsOf(environment)[0]).toMatch(/^[A-Z_]+_FILE /u)
  })

  it('that its variable cannot hold is refused by both names, among all other problems, and is not repeated', () => {
    const problems = problemsOf({
      DISCORD_TOKEN_FILE: '/run/secrets/two-words',
      OPENAI_API_KEY_FILE: '/run/secrets/gone',
      LOG_LEVEL: 'loud',
    })
    expect(problems).toHaveLength(3)
    expect(problems.find((problem) => problem.startsWith('DISCORD_TOKEN,'))).toMatch(
      /the file that DISCORD_TOKEN_FILE names, has white space in it\. Example: DISCORD_TOKEN=/u,
    )
    expect(problems.join()).not.toContain('planted')
  })
})

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

describe('reading a file', () => {
  it.skipIf(process.platform === 'win32')('gives its text, also out of a pipe', () => {
    const folder = openFolder()
    writeFileSync(join(folder, 'token'), 'secret\n')
    expect(readSecretFile(join(folder, 'token'))).toBe('secret\n')
    const script = `import('./src/secret-files.ts').then(({ readSecretFile }) => process.stdout.write(readSecretFile('/dev/stdin')))`
    const pipe = ['-c', 'printf piped | "$0" -e "$1"', process.execPath, script]
    const text = execFileSync('sh', pipe, { encoding: 'utf8' })
    expect(text).toBe('piped')
  })

  it.skipIf(process.platform === 'win32')('gives up on one that has no end, and on a folder', () => {
    expect(() => readSecretFile('/dev/zero')).toThrow(expect.objectContaining({ code: 'EFBIG' }))
    expect(() => readSecretFile(openFolder())).toThrow(expect.objectContaining({ code: 'EISDIR' }))
  })
})

describe('the program', { timeout: 60_000 }, () => {
  const SECRET = 'hush-5f1c-planted'

  /** Files of which each holds the secret in a way of its own; relative paths start in the checkout. */
  function planted(): Readonly<Record<string, string>> {
    const folder = openFolder()
    const write = (name: string, text: string): string => {
      writeFileSync(join(folder, name), `${text}\n`)
      chmodSync(join(folder, name), 0o600)
      return join(folder, name)
    }
    return {
      DISCORD_TOKEN_FILE: write('token', SECRET),
      OPENAI_API_KEY_FILE: write('key', SECRET),
      OPENAI_FALLBACK_API_KEY_FILE: write('fallback-key', SECRET),
      STORAGE_URL_FILE: write('store', `sqlite:${join(folder, SECRET, 'store.db')}`),
    }
  }

  // A port that nothing listens on: Discord and the model are looked for and not found.
  const NOWHERE = {
    DISCORD_API_URL: 'http://127.0.0.1:9/api',
    OPENAI_BASE_URL: 'http://127.0.0.1:9/v1',
    OPENAI_FALLBACK_MODEL: 'spare',
    LOG_LEVEL: 'trace',
  }

  it('uses secrets out of files, and says and logs none of them when everything fails', async () => {
    const { STORAGE_URL_FILE: _store, ...keys } = planted()
    const environment = { ...keys, ...NOWHERE }
    const started = await runFootnote(['start'], { environment })
    // With a token it looks for Discord; without one it would end with status 2.
    expect(started).toMatchObject({ status: 1, stderr: expect.stringContaining('link-unreachable') })
    const looked = await runFootnote(['doctor'], { environment })
    expect(looked.stdout).toContain('Discord')
    for (const { stdout, stderr } of [started, looked]) expect(`${stdout}${stderr}`).not.toContain(SECRET)
  })

  it('does not repeat a value that it cannot use, and names what to do', async () => {
    const files = planted()
    writeFileSync(files['DISCORD_TOKEN_FILE']!, `${SECRET} ${SECRET}`)
    writeFileSync(files['STORAGE_URL_FILE']!, `nonsense:${SECRET}`)
    for (const command of ['start', 'doctor']) {
      const { status, stdout, stderr } = await runFootnote([command], {
        environment: { ...files, ...NOWHERE },
      })
      expect(status).toBe(2)
      expect(`${stdout}${stderr}`).not.toContain(SECRET)
      expect(`${stdout}${stderr}`.replaceAll(/\s+/gu, ' ')).toContain(
        'DISCORD_TOKEN, in the file that DISCORD_TOKEN_FILE names, has white space in it',
      )
    }
  })

  it('reads no file for the demo', async () => {
    const environment = { DISCORD_TOKEN_FILE: '/nowhere/token', STORAGE_URL_FILE: '/nowhere/store' }
    expect(await runFootnote(['demo'], { environment })).toMatchObject({ status: 0 })
  })
})
