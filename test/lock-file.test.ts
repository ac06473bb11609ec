import { readFileSync } from 'node:fs'
import { describe, expect, it } from 'vitest'

// What npm ci installs is what was looked at: nothing is fetched by another way, nothing runs while it is installed.

interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly hasInstallScript?: boolean
  readonly link?: boolean
}

const read = (file: string): unknown => JSON.parse(readFileSync(file, 'utf8'))

const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(packages).filter(([path]) => path !== '')

describe('the lock file', () => {
  it('lists what is installed', () => {
    expect(locked.length).toBeGreaterThan(100)
  })

  it('holds the hash of every package', () => {
    const without = locked.filter(([, { integrity = '' }]) => !/^sha512-[A-Za-z0-9+/]{86}==/.test(integrity))
    expect(without.map(([path]) => path)).toEqual([])
  })

  it('takes every package from the registry that npm is set to, and from nowhere else', () => {
    const elsewhere = locked.filter(([, { resolved, link }]) => resolved !== undefined || link === true)
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  it('lets no package run a script while it is installed', () => {
    const scripted = locked.filter(([, { hasInstallScript }]) => hasInstallScript === true)
    // It would look for a compiler; what it makes comes ready for every platform, and is not needed.
    expect(scripted.map(([path]) => path.split('node_modules/').at(-1))).toEqual(['msgpackr-extract'])
    expect(readFileSync('.npmrc', 'utf8')).toMatch(/^ignore-scripts=true$/m)
  })
})

it('package.json names versions, no addresses of packages', () => {
  const { dependencies, devDependencies, optionalDependencies } = read('package.json') as Readonly<
    Record<string, Readonly<Record<string, string>>>
  >
  const ranges = Object.values({ ...dependencies, ...devDependencies, ...optionalDependencies })
  expect(ranges.filter((range) => !/^\^?\d+\.\d+\.\d+$/.test(range))).toEqual([])
})
