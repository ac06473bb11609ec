import { describe, expect, it } from 'vitest'
import { isPublicAddress, isSameAddress } from '../../../src/adapters/fetch/public-address.ts'
import { SPECIAL_RANGES } from './special-ranges.ts'

const PUBLIC = [
  '1.1.1.1',
  '8.8.8.8',
  '93.184.215.14',
  '2001:4860:4860::8888',
  '2606:4700::1111',
  '2a00:1450:4001::1',
]

const NO_ADDRESS = [
  '',
  'localhost',
  '1.1.1',
  '01.1.1.1',
  '0x1.1.1.1',
  '134744072',
  '[::1]',
  '8.8.8.8:80',
  '2606::1%eth0',
]

describe.each(SPECIAL_RANGES)('%s', (_range, inside, outside) => {
  it.each(inside.map((address) => [address]))('%s is not public', (address) => {
    expect(isPublicAddress(address)).toBe(false)
  })
  it.each(outside.map((address) => [address]))('%s is public', (address) => {
    expect(isPublicAddress(address)).toBe(true)
  })
})

describe('isPublicAddress', () => {
  it.each(PUBLIC)('lets %s through', (address) => expect(isPublicAddress(address)).toBe(true))
  it.each(NO_ADDRESS)('refuses what is no bare address: %j', (text) =>
    expect(isPublicAddress(text)).toBe(false),
  )
})

describe('isSameAddress', () => {
  it.each([
    ['1.2.3.4', '1.2.3.4'],
    ['2606:4700:0:0::1111', '2606:4700::1111'],
    ['2606:4700::ABCD', '2606:4700::abcd'],
    ['fe80::1%eth0', 'fe80::1'],
  ])('sees that %s is %s', (one, other) => expect(isSameAddress(one, other)).toBe(true))
  it.each([
    ['1.2.3.4', '1.2.3.5'],
    ['1.2.3.4', '::ffff:1.2.3.4'],
    ['::ffff:1.2.3.4', '1.2.3.4'],
    ['2606:4700::1', '2606:4700::2'],
    ['1.2.3.4', ''],
    ['', ''],
    ['news.example', 'news.example'],
  ])('sees that %s is not %j', (one, other) => expect(isSameAddress(one, other)).toBe(false))
})
