import { spawnSync } from 'node:child_process'
import { cpSync, globSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { knownCommands, knownVariables, longestStopSeconds } from './known.ts'

const FOLDER = 'deploy/systemd'
const UNITS = ['footnote.service', 'footnote-worker@.service']

/** Each line as its name and value: a name may come more than once. */
const settingsOf = (file: string): readonly (readonly [string, string])[] =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^(\w+)=(.*)$/gmu)].map(
    ([, name = '', value = '']) => [name, value],
  )
const valuesOf = (file: string, name: string): readonly string[] =>
  settingsOf(file)
    .filter(([found]) => found === name)
    .map(([, value]) => value)
const valueOf = (file: string, name: string): string => valuesOf(file, name).join(' ')

/** Also what a mark keeps out: people take the mark away. */
const withMarkedLines = (file: string): readonly string[] =>
  [...readFileSync(join(FOLDER, file), 'utf8').matchAll(/^#?Environment=(.*)$/gmu)].map(
    ([, value = '']) => value,
  )

it('the units are those that are looked at', () => {
  expect(globSync('*', { cwd: FOLDER }).toSorted()).toEqual([...UNITS, 'scale.conf'].toSorted())
})

describe.each(UNITS)('%s', (unit) => {
  it('starts the process itself, with a command that there is', () => {
    const { scripts } = JSON.parse(readFileSync('package.json', 'utf8')) as {
      scripts: Record<string, string>
    }
    const command = valueOf(unit, 'ExecStart').split(' ').at(-1) ?? ''
    expect(valueOf(unit, 'ExecStart')).toBe(`/usr/bin/${scripts['footnote']} ${command}`)
    expect(knownCommands).toContain(command)
  })

  it('stops as Footnote stops: one SIGTERM to the first process, and the time that it takes', () => {
    expect(valueOf(unit, 'KillSignal')).toBe('SIGTERM')
    // A second SIGTERM means: at once.
    expect(valueOf(unit, 'KillMode')).toBe('mixed')
    expect(Number(valueOf(unit, 'TimeoutStopSec').replace(/s$/u, ''))).toBeGreaterThan(longestStopSeconds())
    expect(valueOf(unit, 'SuccessExitStatus')).toBe('143')
  })

  it('is started again after a failure, not for ever, and not with a wrong configuration', () => {
    expect(valueOf(unit, 'Restart')).toBe('on-failure')
    expect(valueOf(unit, 'RestartPreventExitStatus')).toBe('2')
    expect(Number(valueOf(unit, 'RestartSec').replace(/s$/u, ''))).toBeGreaterThanOrEqual(5)
    expect(Number(valueOf(unit, 'StartLimitBurst'))).toBeGreaterThan(0)
  })

  it('has few rights, and V8 the one that it needs', () => {
    const rights = {
      DynamicUser: 'yes',
      ProtectSystem: 'strict',
      ProtectHome: 'yes',
      PrivateTmp: 'yes',
      NoNewPrivileges: 'yes',
      CapabilityBoundingSet: '',
      RestrictNamespaces: 'yes',
      MemoryDenyWriteExecute: 'no',
      SystemCallArchitectures: 'native',
      SystemCallFilter: '@system-service ~@privileged @resources',
      RestrictAddressFamilies: 'AF_INET AF_INET6 AF_UNIX AF_NETLINK',
      UMask: '0077',
    }
    expect(Object.fromEntries(Object.keys(rights).map((name) => [name, valueOf(unit, name)]))).toEqual(rights)
  })
})

describe.each([...UNITS, 'scale.conf'])('the variables in %s', (file) => {
  it('exist, and secrets come out of files that are handed to this service alone', () => {
    const variables = withMarkedLines(file).map((line) => line.split('=') as [string, string])
    expect(variables.map(([name]) => name).filter((name) => !knownVariables.has(name))).toEqual([])
    const text = readFileSync(join(FOLDER, file), 'utf8')
    for (const [, value] of variables.filter(([variable]) => variable.endsWith('_FILE'))) {
      expect(value).toMatch(/^%d\/[a-z-]+$/u)
      expect(text).toMatch(new RegExp(`^#?LoadCredential=${value.slice(3)}:/etc/footnote/`, 'mu'))
    }
    expect(variables.map(([name]) => name)).not.toContain('DISCORD_TOKEN')
  })
})

it('no worker gets the bot’s token', () => {
  expect(readFileSync(join(FOLDER, 'footnote-worker@.service'), 'utf8')).not.toMatch(/discord-token|DISCORD/u)
})

const hasSystemd = spawnSync('systemd-analyze', ['--version']).status === 0

describe.skipIf(!hasSystemd)('systemd itself', () => {
  /** The units as they would be installed, with the Node of this machine. */
  function install(): string {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-units-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    for (const unit of UNITS) {
      const text = readFileSync(join(FOLDER, unit), 'utf8').replace('/usr/bin/node', process.execPath)
      // An instance, as `systemctl enable footnote-worker@1` makes it.
      for (const name of new Set([unit, unit.replace('@.', '@1.')])) writeFileSync(join(folder, name), text)
    }
    mkdirSync(join(folder, 'footnote.service.d'))
    cpSync(join(FOLDER, 'scale.conf'), join(folder, 'footnote.service.d/scale.conf'))
    return folder
  }

  it('finds nothing wrong in the units, the drop-in included', () => {
    const folder = install()
    const units = [...UNITS, 'footnote-worker@1.service'].map((unit) => join(folder, unit))
    const { status, stdout, stderr } = spawnSync('systemd-analyze', ['verify', ...units], {
      encoding: 'utf8',
    })
    // It looks at the units of the machine as well.
    expect(`${stdout}${stderr}`.split('\n').filter((line) => line.includes('footnote'))).toEqual([])
    expect(status).toBe(0)
  })

  it('calls them well locked in', () => {
    const folder = install()
    for (const unit of ['footnote.service', 'footnote-worker@1.service']) {
      const { stdout } = spawnSync('systemd-analyze', ['security', '--offline=true', join(folder, unit)], {
        encoding: 'utf8',
      })
      const [, exposure = '10'] = /Overall exposure level for \S+: (\d+\.\d)/u.exec(stdout) ?? []
      expect(Number(exposure)).toBeLessThanOrEqual(1.5)
    }
  })
})
