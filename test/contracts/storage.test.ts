import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll } from 'vitest'
import { openStorage } from '../../src/adapters/storage/open-storage.ts'
import { spendingContract } from './spending.contract.ts'
import { type StorageUnderTest, storageContract } from './storage.contract.ts'

const directory = mkdtempSync(join(tmpdir(), 'footnote-contract-'))
afterAll(() => rmSync(directory, { recursive: true, force: true }))

let files = 0
const BACKENDS: readonly StorageUnderTest[] = [
  { name: 'memory:', make: (clock) => openStorage('memory:', { directory, clock }) },
  {
    name: 'sqlite:',
    make: (clock) => openStorage(`sqlite:some/folder/${(files += 1)}.db`, { directory, clock }),
  },
]

for (const backend of BACKENDS) {
  storageContract(backend)
  spendingContract(backend)
}
