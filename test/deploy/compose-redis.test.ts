import { spawn, spawnSync } from 'node:child_process'
import { once } from 'node:events'
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Redis } from 'ioredis'
import { describe, expect, it, onTestFinished } from 'vitest'
import { parse } from 'yaml'
import { freePort } from '../support/redis-server.ts'

// The two shell scripts that stand between a secret and Redis: deploy/make-secrets.sh, and the command in compose.yaml.

function openFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-secrets-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  mkdirSync(join(folder, 'deploy'))
  copyFileSync('deploy/make-secrets.sh', join(folder, 'deploy/make-secrets.sh'))
  return folder
}

const makeSecrets = (folder: string, input: string) =>
  spawnSync('sh', [join(folder, 'deploy/make-secrets.sh')], { input, encoding: 'utf8' })
const contentOf = (folder: string, name: string): string =>
  readFileSync(join(folder, 'secrets', name), 'utf8').trim()

describe.skipIf(process.platform === 'win32')('deploy/make-secrets.sh', () => {
  it('writes the token that it is given, and one password for Redis and whoever asks it', () => {
    const folder = openFolder()
    expect(makeSecrets(folder, 'MTIz.abc-DEF_4\n')).toMatchObject({ status: 0, stderr: '' })
    expect(contentOf(folder, 'discord-token')).toBe('MTIz.abc-DEF_4')
    const password = contentOf(folder, 'redis-password')
    expect(password).toMatch(/^[0-9a-f]{48}$/u)
    expect(contentOf(folder, 'redis-url')).toBe(`redis://:${password}@redis:6379/0`)
    expect(statSync(join(folder, 'secrets')).mode & 0o777).toBe(0o700)
    // Whoever the process in the container is has to read them.
    expect(statSync(join(folder, 'secrets/discord-token')).mode & 0o777).toBe(0o644)
  })

  it('leaves what is there', () => {
    const folder = openFolder()
    makeSecrets(folder, 'first\n')
    const before = contentOf(folder, 'redis-url')
    expect(makeSecrets(folder, 'second\n').status).toBe(0)
    expect([contentOf(folder, 'discord-token'), contentOf(folder, 'redis-url')]).toEqual(['first', before])
  })

  it.each(['', '\n', 'two words\n'])('refuses %j as a token, without repeating it', (input) => {
    const folder = openFolder()
    const { status, stdout, stderr } = makeSecrets(folder, input)
    expect(status).toBe(2)
    expect(`${stdout}${stderr}`).toMatch(/no bot token/u)
    expect(`${stdout}${stderr}`).not.toContain('words')
  })
})

// Redis itself, of which the image is: test/support/redis-server.ts says aloud where it is missing.
const hasRedis = spawnSync('redis-server', ['--version']).status === 0

describe.skipIf(!hasRedis || process.platform !== 'linux')('Redis as compose.yaml starts it', () => {
  const { services } = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
    services: { redis: { command: readonly string[]; healthcheck: { test: readonly string[] } } }
  }

  it('asks for the password, shows it to nobody who lists processes, and acknowledges what is on the disk', async () => {
    const folder = openFolder()
    const password = 'a1b2c3'
    writeFileSync(join(folder, 'password'), password)
    const port = await freePort()
    const here = (script: string): string =>
      script
        .replaceAll('$$', '$')
        .replaceAll('/run/secrets/redis-password', join(folder, 'password'))
        .replace('--dir /data', `--dir ${folder} --bind 127.0.0.1 --port ${port}`)
    const [shell = '', ...args] = services.redis.command.map(here)
    const server = spawn(shell, args, { stdio: 'ignore' })
    onTestFinished(async () => {
      server.kill('SIGKILL')
      if (server.exitCode === null && server.signalCode === null) await once(server, 'exit')
    })
    const redis = new Redis(`redis://:${password}@127.0.0.1:${port}`)
    redis.on('error', () => {})
    onTestFinished(() => redis.disconnect())
    expect(await redis.ping()).toBe('PONG')
    const settings = await redis.config('GET', 'append*', 'maxmemory-policy', 'maxmemory', 'save')
    const value = (name: string): string | undefined => settings[settings.indexOf(name) + 1]
    expect(value('appendonly')).toBe('yes')
    expect(value('appendfsync')).toBe('always')
    expect(value('maxmemory-policy')).toBe('noeviction')
    expect(value('maxmemory')).toBe(String(512 * 1024 * 1024))
    expect(value('save')).toBe('')

    const stranger = new Redis(`redis://127.0.0.1:${port}`, { lazyConnect: true, retryStrategy: () => null })
    stranger.on('error', () => {})
    await expect(stranger.set('key', 'value')).rejects.toThrow(/NOAUTH/u)
    stranger.disconnect()
    // The shell has become the server: SIGTERM reaches it. The password stands in no argument.
    const listed = readFileSync(`/proc/${server.pid}/cmdline`, 'utf8')
    expect(listed).toMatch(/^redis-server/u)
    expect(listed).not.toContain(password)

    const [, health = ''] = services.redis.healthcheck.test
    const asked = here(health).replace('redis-cli', `redis-cli -p ${port}`)
    expect(spawnSync('sh', ['-c', asked]).status).toBe(0)
    server.kill('SIGTERM')
    await once(server, 'exit')
    expect(spawnSync('sh', ['-c', asked]).status).not.toBe(0)
  })
})
