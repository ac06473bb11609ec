import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { expect, it } from 'vitest'
import { openHolder } from '../../src/adapters/holder.ts'

/** The name of the same machine's process of that number. */
const named = (id: string, pid: number): string => {
  const [machine, namespace, , other] = id.split('/')
  return [machine, namespace, pid, other].join('/')
}

it('a process of this machine has ended when there is none of its number', async () => {
  const { id, hasEnded, close } = openHolder()
  const child = spawn(process.execPath, ['-e', 'setInterval(() => {}, 1000)'])
  await once(child, 'spawn')
  const other = named(id, child.pid!)
  expect(hasEnded(other)).toBe(false)
  child.kill('SIGKILL')
  await once(child, 'exit')
  expect(hasEnded(other)).toBe(true)
  close()
})

it('nothing is known of a process on another machine, or that counts its processes for itself', () => {
  const { id, hasEnded, close } = openHolder()
  const [machine, namespace, pid, own] = id.split('/')
  expect(hasEnded(['another', namespace, '999999', own].join('/'))).toBe(false)
  expect(hasEnded([machine, 'pid:[1]', pid, own].join('/'))).toBe(false)
  close()
})

it('this process has not ended until it says so, and one that had its number before has', () => {
  const first = openHolder()
  const second = openHolder()
  expect(second.hasEnded(first.id)).toBe(false)
  first.close()
  expect(second.hasEnded(first.id)).toBe(true)
  second.close()
})
