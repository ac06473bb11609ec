import { describe, expect, it } from 'vitest'
import { isPublicAddress, isSameAddress } from '../../../src/adapters/fetch/public-address.ts'

// Written by hand from the two IANA special-purpose registries, not from the table in the code:
// first and last address of each range, and the neighbours outside where these are public.
const RANGES: readonly (readonly [range: string, inside: readonly string[], outside: readonly string[]])[] = [
  ['0.0.0.0/8', ['0.0.0.0', '0.0.0.1', '0.255.255.255'], ['1.0.0.0']],
  ['10.0.0.0/8', ['10.0.0.0', '10.20.30.40', '10.255.255.255'], ['9.255.255.255', '11.0.0.0']],
  ['100.64.0.0/10', ['100.64.0.0', '100.100.100.200', '100.127.255.255'], ['100.63.255.255', '100.128.0.0']],
  ['127.0.0.0/8', ['127.0.0.0', '127.0.0.1', '127.255.255.255'], ['126.255.255.255', '128.0.0.0']],
  ['168.63.129.16/32', ['168.63.129.16'], ['168.63.129.15', '168.63.129.17']],
  [
    '169.254.0.0/16',
    ['169.254.0.0', '169.254.169.254', '169.254.255.255'],
    ['169.253.255.255', '169.255.0.0'],
  ],
  ['172.16.0.0/12', ['172.16.0.0', '172.20.1.1', '172.31.255.255'], ['172.15.255.255', '172.32.0.0']],
  [
    '192.0.0.0/24',
    ['192.0.0.0', '192.0.0.8', '192.0.0.170', '192.0.0.192', '192.0.0.255'],
    ['191.255.255.255', '192.0.1.0'],
  ],
  ['192.0.2.0/24', ['192.0.2.0', '192.0.2.255'], ['192.0.1.255', '192.0.3.0']],
  ['192.31.196.0/24', ['192.31.196.0', '192.31.196.255'], ['192.31.195.255', '192.31.197.0']],
  ['192.52.193.0/24', ['192.52.193.0', '192.52.193.255'], ['192.52.192.255', '192.52.194.0']],
  ['192.88.99.0/24', ['192.88.99.0', '192.88.99.1', '192.88.99.255'], ['192.88.98.255', '192.88.100.0']],
  ['192.168.0.0/16', ['192.168.0.0', '192.168.1.1', '192.168.255.255'], ['192.167.255.255', '192.169.0.0']],
  ['192.175.48.0/24', ['192.175.48.0', '192.175.48.255'], ['192.175.47.255', '192.175.49.0']],
  ['198.18.0.0/15', ['198.18.0.0', '198.19.255.255'], ['198.17.255.255', '198.20.0.0']],
  ['198.51.100.0/24', ['198.51.100.0', '198.51.100.255'], ['198.51.99.255', '198.51.101.0']],
  ['203.0.113.0/24', ['203.0.113.0', '203.0.113.255'], ['203.0.112.255', '203.0.114.0']],
  ['224.0.0.0/4', ['224.0.0.0', '224.0.0.251', '239.255.255.255'], ['223.255.255.255']],
  ['240.0.0.0/4', ['240.0.0.0', '254.1.2.3', '255.255.255.255'], []],
  ['::/128 and ::1/128', ['::', '::1'], []],
  ['::/96, IPv4-compatible', ['::127.0.0.1', '::8.8.8.8', '::ffff'], []],
  [
    '::ffff:0:0/96, IPv4-mapped',
    ['::ffff:127.0.0.1', '::ffff:10.0.0.1', '::ffff:8.8.8.8', '::ffff:ffff:ffff'],
    [],
  ],
  ['::ffff:0:0:0/96, IPv4-translated', ['::ffff:0:7f00:1', '::ffff:0:808:808'], []],
  [
    '64:ff9b::/96 around special IPv4',
    [
      '64:ff9b::',
      '64:ff9b::7f00:1',
      '64:ff9b::10.0.0.1',
      '64:ff9b::169.254.169.254',
      '64:ff9b::192.168.0.1',
      '64:ff9b::255.255.255.255',
    ],
    ['64:ff9b::8.8.8.8', '64:ff9b::5db8:d80e'],
  ],
  ['64:ff9b:1::/48', ['64:ff9b:1::', '64:ff9b:1::8.8.8.8', '64:ff9b:1:ffff:ffff:ffff:ffff:ffff'], []],
  ['around 64:ff9b::/96', ['64:ff9a:ffff:ffff:ffff:ffff:ffff:ffff', '64:ff9b::1:0:0', '64:ff9b:2::'], []],
  ['100::/64 and 100:0:0:1::/64', ['100::', '100::ffff:ffff:ffff:ffff', '100:0:0:1::1'], []],
  ['up to 2000::', ['400::1', '1000::1', '1fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], ['2000::']],
  [
    '2001::/23',
    [
      '2001::',
      '2001:0:4136:e378:8000:63bf:3fff:fdd2',
      '2001:1::1',
      '2001:2::',
      '2001:4:112::',
      '2001:10::1',
      '2001:20::1',
      '2001:30::1',
      '2001:1ff:ffff:ffff:ffff:ffff:ffff:ffff',
    ],
    ['2000:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2001:200::'],
  ],
  [
    '2001:db8::/32',
    ['2001:db8::', '2001:db8:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:db7:ffff:ffff:ffff:ffff:ffff:ffff', '2001:db9::'],
  ],
  [
    '2002::/16',
    ['2002::', '2002:7f00:1::', '2002:808:808::1', '2002:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['2001:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '2003::'],
  ],
  [
    '2620:4f:8000::/48',
    ['2620:4f:8000::', '2620:4f:8000:ffff:ffff:ffff:ffff:ffff'],
    ['2620:4f:7fff:ffff:ffff:ffff:ffff:ffff', '2620:4f:8001::'],
  ],
  [
    '3fff::/20',
    ['3fff::', '3fff:fff:ffff:ffff:ffff:ffff:ffff:ffff'],
    ['3ffe:ffff:ffff:ffff:ffff:ffff:ffff:ffff', '3fff:1000::'],
  ],
  [
    'above 3fff',
    ['4000::', '5f00::', '5f00:ffff::1', '6000::1', '8000::1', 'bfff::1', 'e000::1', 'f000::1'],
    ['3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'],
  ],
  ['fc00::/7', ['fc00::', 'fd00:ec2::254', 'fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], []],
  ['fe80::/10', ['fe80::', 'fe80::1%eth0', 'febf:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], []],
  ['fec0::/10', ['fec0::', 'feff::1'], []],
  ['ff00::/8', ['ff00::', 'ff02::1', 'ff0e::1', 'ffff:ffff:ffff:ffff:ffff:ffff:ffff:ffff'], []],
]

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

describe.each(RANGES)('%s', (_range, inside, outside) => {
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
  ])('sees that %s is not %j', (one, other) => expect(isSameAddress(one, other)).toBe(false))
})
