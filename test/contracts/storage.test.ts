import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe } from 'vitest'
import { openRedisStorage } from '../../src/adapters/redis/storage/open-redis-storage.ts'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { hasRedis, type RedisServer, startRedis } from '../support/redis-server.ts'
import { forgettingContract } from './forgetting.contract.ts'
import { spendingContract } from './spending.contract.ts'
import type { StorageUnderTest } from './storage-examples.ts'
import { storageContract } from './storage.contract.ts'

/** Sends every script twice, as after a connection that broke in between, and gives the second answer. */
function loseAnswers(redis: object): void {
  const scripts = redis as Record<string, (...given: string[]) => Promise<unknown>>
  for (const name of Object.keys(scripts).filter((key) => key.startsWith('footnote:'))) {
    const send = scripts[name]!.bind(redis)
    scripts[name] = async (...given) => {
      await send(...given)
      return send(...given)
    }
  }
}

const directory = mkdtempSync(join(tmpdir(), 'footnote-contract-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

function contracts(backend: StorageUnderTest): void {
  // Each opens its store before its own tests alone.
  describe('what is kept', () => {
    storageContract(backend)
  })
  describe('what is forgotten', () => {
    forgettingContract(backend)
  })
  describe('what is spent', () => {
    spendingContract(backend)
  })
}

let files = 0
contracts({ name: 'memory:', make: (clock) => openStorage('memory:', { directory, clock }) })
contracts({
  name: 'sqlite:',
  make: (clock) => openStorage(`sqlite:some/folder/${(files += 1)}.db`, { directory, clock }),
})

describe.skipIf(!hasRedis)('on a real server', () => {
  let server: RedisServer
  beforeAll(async () => {
    server = await startRedis()
  })
  afterAll(() => server.stop())

  // What is under way when a connection breaks is sent again: twice has to be as good as once.
  contracts({
    name: 'redis:, with every answer lost once,',
    make: async (clock) => {
      await server.flush()
      return openRedisStorage(server.url, { clock, prepare: loseAnswers })
    },
  })

  contracts({
    name: 'redis:',
    make: async (clock) => {
      await server.flush()
      return openRedisStorage(server.url, { clock })
    },
  })
})
