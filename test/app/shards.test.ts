import { expect, it } from 'vitest'
import { divideShards, isOneOf, parseShards, sayShards, shardOf } from '../../src/app/shards.ts'

// Ids of guilds as Discord makes them: the time in the upper bits.
const GUILD = '41771983423143937'

it('a guild is dealt by its time of birth, as Discord says, and direct messages to shard 0', () => {
  expect(shardOf(GUILD, 1)).toBe(0)
  expect(shardOf(GUILD, 16)).toBe(Number((41771983423143937n >> 22n) % 16n))
  expect(shardOf(null, 16)).toBe(0)
})

it('every guild is one process’s own, and no two', () => {
  const parts = divideShards([0, 1, 2, 3, 4], 2).map((ids) => ({ ids, count: 5 }))
  for (let guild = BigInt(GUILD); guild < BigInt(GUILD) + (40n << 22n); guild += 1n << 22n)
    expect(parts.filter((part) => isOneOf(part, String(guild)))).toHaveLength(1)
  expect(parts.map((part) => isOneOf(part, null))).toEqual([true, false])
})

it('shards are divided in runs, as equal as can be, and nobody gets none', () => {
  expect(divideShards([0, 1, 2, 3, 4], 2)).toEqual([
    [0, 1],
    [2, 3, 4],
  ])
  expect(divideShards([3, 7], 5)).toEqual([[3], [7]])
  expect(divideShards([0], 1)).toEqual([[0]])
})

it('they are written as they are read', () => {
  expect(sayShards([0, 1, 2, 5, 7, 8])).toBe('0-2,5,7-8')
  expect(parseShards('0-2,5,7-8')).toEqual([0, 1, 2, 5, 7, 8])
  expect(parseShards(' 3 , 1,1 - 2')).toEqual([1, 2, 3])
})

it.each(['', 'all', '3-1', '0,,2', '-1', '1.5'])('“%s” names no shards', (said) => {
  expect(parseShards(said)).toBeNull()
})
