import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import { parse } from 'yaml'
import { readDockerfile } from '../support/image.ts'
import { knownCommands, knownVariables, longestStopSeconds } from './known.ts'

interface Service {
  readonly profiles?: readonly string[]
  readonly build?: string
  readonly image?: string
  readonly user?: string
  readonly command?: readonly string[]
  readonly environment?: Readonly<Record<string, string>>
  readonly secrets?: readonly string[]
  readonly networks?: readonly string[]
  readonly ports?: unknown
  readonly volumes?: readonly string[]
  readonly read_only?: boolean
  readonly privileged?: boolean
  readonly tmpfs?: readonly string[]
  readonly cap_drop?: readonly string[]
  readonly cap_add?: readonly string[]
  readonly security_opt?: readonly string[]
  readonly restart?: string
  readonly stop_grace_period?: string
  readonly healthcheck?: { readonly test: readonly string[] }
  readonly depends_on?: Readonly<Record<string, { readonly condition: string }>>
  readonly mem_limit?: string
  readonly memswap_limit?: string
  readonly pids_limit?: number
  readonly logging?: { readonly options: Readonly<Record<string, string>> }
  readonly deploy?: { readonly replicas: number }
}

const compose = parse(readFileSync('compose.yaml', 'utf8'), { merge: true }) as {
  readonly services: Readonly<Record<string, Service>>
  readonly secrets: Readonly<Record<string, { readonly file: string }>>
  readonly volumes: Readonly<Record<string, unknown>>
  readonly networks: Readonly<Record<string, { readonly internal?: boolean }>>
}
const services = Object.entries(compose.services)
const ours = services.filter(([, { build }]) => build !== undefined)
const namesIn = (profile: string): readonly string[] =>
  services.filter(([, { profiles }]) => profiles?.includes(profile)).map(([name]) => name)

describe('compose.yaml', () => {
  it('has two profiles, and no service that is in both or in none: there is one token', () => {
    expect(namesIn('one-box')).toEqual(['footnote'])
    expect(namesIn('scale')).toEqual(['shard-0', 'shard-1', 'worker', 'redis'])
    expect(services.filter(([, { profiles }]) => profiles?.length !== 1)).toEqual([])
  })

  it('means the one box where .env is as shipped', () => {
    expect(readFileSync('.env.example', 'utf8')).toMatch(/^COMPOSE_PROFILES=one-box$/mu)
  })

  it.each(services)('%s can write nowhere but where it has to, and gains no rights', (_name, service) => {
    expect(service).toMatchObject({ read_only: true, cap_drop: ['ALL'] })
    expect(service.security_opt).toContain('no-new-privileges:true')
    expect(service.cap_add ?? service.privileged ?? service.ports).toBeUndefined()
    expect(service.tmpfs).toEqual([expect.stringMatching(/^\/tmp:size=\d+m,/u)])
    for (const volume of service.volumes ?? []) {
      // No folder of the machine's own.
      expect(Object.keys(compose.volumes)).toContain(volume.split(':')[0])
    }
  })

  it.each(services)('%s has bounds: memory, threads, its log, and a restart', (_name, service) => {
    expect(service.mem_limit).toMatch(/^\d+[mg]$/u)
    expect(service.memswap_limit).toBe(service.mem_limit)
    expect(service.pids_limit).toBeGreaterThan(0)
    expect(service.logging?.options).toMatchObject({
      'max-size': expect.stringMatching(/^\d+m$/u),
      'max-file': expect.stringMatching(/^\d+$/u),
    })
    expect(service.restart).toBe('unless-stopped')
  })

  it.each(services)('%s is asked after its health, and has the time that a stop takes', (_name, service) => {
    const asked = service.build === undefined ? service.healthcheck?.test : healthOfImage()
    expect(asked?.length).toBeGreaterThan(1)
    expect(Number(/^(\d+)s$/u.exec(service.stop_grace_period ?? '')?.[1])).toBeGreaterThan(
      longestStopSeconds(),
    )
  })

  it('builds what is ours, and takes the rest in one exact version, not as root', () => {
    const others = services.filter(([, { build }]) => build === undefined)
    expect(others.map(([name]) => name)).toEqual(['redis'])
    for (const [, { image, user }] of others) {
      expect(image).toMatch(/^[\w/-]+:\d+\.\d+\.\d+-\w+(?:@sha256:[0-9a-f]{64})?$/u)
      expect(user).toMatch(/^[1-9]\d*:\d+$/u)
    }
    for (const [, { image }] of ours) expect(image).toBe('footnote:local')
  })

  it('names only variables and commands that there are, and secrets only by their files', () => {
    for (const [, { environment = {}, command = ['start'], secrets = [] }] of ours) {
      expect(Object.keys(environment).filter((name) => !knownVariables.has(name))).toEqual([])
      expect(command).toHaveLength(1)
      expect(knownCommands).toContain(command[0])
      const files = Object.entries(environment).filter(([name]) => name.endsWith('_FILE'))
      const named = new Set(files.map(([, path]) => path.replace('/run/secrets/', '')))
      expect([...named].toSorted()).toEqual(secrets.toSorted())
    }
    const text = readFileSync('compose.yaml', 'utf8')
    expect(text).not.toMatch(/^\s+(?:DISCORD_TOKEN|OPENAI_API_KEY|QUEUE_URL):|redis:\/\//mu)
  })

  it('hands each service the secrets that it needs and no other, from a folder that is in no repository and no image', () => {
    const secrets = Object.fromEntries(services.map(([name, service]) => [name, service.secrets]))
    expect(secrets).toEqual({
      footnote: ['discord-token'],
      'shard-0': ['discord-token', 'redis-url'],
      'shard-1': ['discord-token', 'redis-url'],
      worker: ['redis-url'],
      redis: ['redis-password'],
    })
    for (const name of new Set(Object.values(secrets).flat())) {
      expect(compose.secrets[name!]).toEqual({ file: `./secrets/${name}` })
    }
    expect(readFileSync('.gitignore', 'utf8')).toMatch(/^secrets\/$/mu)
    expect(readFileSync('.dockerignore', 'utf8')).not.toMatch(/^!.*secrets/mu)
  })

  it('has each shard once, and as many as it says', () => {
    const shards = ours.flatMap(([, { environment }]) =>
      environment?.['DISCORD_SHARD_IDS'] === undefined ? [] : [environment],
    )
    expect(shards.map((shard) => shard['DISCORD_SHARD_IDS'])).toEqual(['0', '1'])
    expect(shards.map((shard) => shard['DISCORD_SHARDS'])).toEqual(['2', '2'])
    expect(compose.services['worker']?.deploy?.replicas).toBe(3)
  })

  it('starts what needs Redis when Redis answers, and lets nothing else reach it', () => {
    const inScale = ours.filter(([, { profiles }]) => profiles?.includes('scale'))
    for (const [, { depends_on: needs, networks }] of inScale) {
      expect(needs?.['redis']).toEqual({ condition: 'service_healthy' })
      expect(networks).toEqual(['default', 'inside'])
    }
    expect(compose.services['redis']?.networks).toEqual(['inside'])
    expect(compose.networks['inside']?.internal).toBe(true)
  })
})

describe('the commands in the documentation', () => {
  it.each(['README.md', 'docs/operating.md'])('name profiles and services that there are, in %s', (page) => {
    const text = readFileSync(page, 'utf8')
    const profiles = [...text.matchAll(/--profile ([a-z-]+)/gu)].map(([, name = '']) => name)
    expect(profiles).toContain('scale')
    const known = new Set(services.flatMap(([, { profiles: own = [] }]) => own))
    expect(profiles.filter((name) => !known.has(name))).toEqual([])
    const named = text.matchAll(/docker compose (?:exec|run --rm|up -d --no-deps) ([a-z0-9-]+)/gu)
    expect([...named].map(([, name = '']) => name).filter((name) => !(name in compose.services))).toEqual([])
  })
})

const healthOfImage = (): readonly string[] => {
  const [, command = '[]'] =
    / CMD (\[.*\])$/u.exec(
      readDockerfile()
        .at(-1)
        ?.find(({ name }) => name === 'HEALTHCHECK')?.rest ?? '',
    ) ?? []
  return JSON.parse(command) as readonly string[]
}
