import { BlockList, isIP } from 'node:net'

// IANA IPv4 Special-Purpose Address Registry (RFC 6890), with multicast (RFC 5771) and one address outside it.
// Also the rows that count as globally reachable: nobody publishes pages there, and some are routed inside networks.
const REFUSED_IPV4: readonly (readonly [network: string, prefix: number, why: string])[] = [
  ['0.0.0.0', 8, 'this network'],
  ['10.0.0.0', 8, 'private use'],
  ['100.64.0.0', 10, 'shared address space of providers'],
  ['127.0.0.0', 8, 'loopback'],
  ['168.63.129.16', 32, "public in form, but leads to the host's own platform on Azure"],
  ['169.254.0.0', 16, 'link-local, cloud metadata'],
  ['172.16.0.0', 12, 'private use'],
  ['192.0.0.0', 24, 'protocol assignments'],
  ['192.0.2.0', 24, 'documentation'],
  ['192.31.196.0', 24, 'AS112'],
  ['192.52.193.0', 24, 'automatic multicast tunnelling'],
  ['192.88.99.0', 24, 'former 6to4 relays'],
  ['192.168.0.0', 16, 'private use'],
  ['192.175.48.0', 24, 'AS112'],
  ['198.18.0.0', 15, 'benchmarking'],
  ['198.51.100.0', 24, 'documentation'],
  ['203.0.113.0', 24, 'documentation'],
  ['224.0.0.0', 4, 'multicast'],
  ['240.0.0.0', 4, 'reserved, and limited broadcast'],
]

// IANA has given out 2000::/3 as global unicast and nothing else; these are the special-purpose ranges inside it
// (IANA IPv6 Special-Purpose Address Registry). All that lies outside is refused without a row of its own:
// loopback, IPv4-mapped, discard-only, unique local, link-local, site-local, segment routing, multicast.
const GLOBAL_UNICAST_IPV6 = ['2000::', 3] as const
const REFUSED_IPV6: readonly (readonly [network: string, prefix: number, why: string])[] = [
  ['2001::', 23, 'protocol assignments: Teredo, benchmarking, ORCHID, AS112'],
  ['2001:db8::', 32, 'documentation'],
  ['2002::', 16, '6to4, carries an IPv4 address'],
  ['2620:4f:8000::', 48, 'AS112'],
  ['3fff::', 20, 'documentation'],
]

// Networks without IPv4 reach the IPv4 web through 64:ff9b::/96 (RFC 6052), so it is judged by the address inside.
const TRANSLATED_IPV4 = '64:ff9b::'

// Tunnels of a site to IPv4 addresses of its own network (RFC 5214), under any public prefix: `…:0:5efe:` and `…:200:5efe:`,
// with the IPv4 address behind it.
const ISATAP = /:(?:0|200)?:5efe:(?::|[\da-f]{1,4}:[\da-f]{1,4})\]$/u

const refusedIpv4 = new BlockList()
const refusedIpv6 = new BlockList()
const globalIpv6 = new BlockList()
globalIpv6.addSubnet(...GLOBAL_UNICAST_IPV6, 'ipv6')
globalIpv6.addSubnet(TRANSLATED_IPV4, 96, 'ipv6')
for (const [network, prefix] of REFUSED_IPV4) {
  refusedIpv4.addSubnet(network, prefix, 'ipv4')
  refusedIpv6.addSubnet(`${TRANSLATED_IPV4}${network}`, 96 + prefix, 'ipv6')
}
for (const [network, prefix] of REFUSED_IPV6) refusedIpv6.addSubnet(network, prefix, 'ipv6')

/**
 * True for a globally routable unicast address, the only kind that a stranger's link may lead to. `address` is a bare
 * IPv4 or IPv6 address; anything else, also one with a zone (`fe80::1%eth0`), is not public.
 */
export function isPublicAddress(address: string): boolean {
  // Kept apart by family, because a BlockList judges an IPv4-mapped address by its IPv4 rules.
  if (isIP(address) === 4) return !refusedIpv4.check(address, 'ipv4')
  if (isIP(address) !== 6 || address.includes('%')) return false
  return globalIpv6.check(address, 'ipv6') && !refusedIpv6.check(address, 'ipv6') && !isTunnel(address)
}

/** Asked in the one spelling that the URL parser gives to all. */
const isTunnel = (address: string): boolean => ISATAP.test(URL.parse(`http://[${address}]`)?.host ?? '')

/** True where both are the same address, however they are spelled; a zone (`%eth0`) counts for nothing. */
export function isSameAddress(one: string, other: string): boolean {
  const [first = '', second = ''] = [one, other].map((address) => address.split('%', 1)[0] ?? '')
  const family = isIP(first)
  if (family === 0 || family !== isIP(second)) return false
  const name = family === 4 ? 'ipv4' : 'ipv6'
  const only = new BlockList()
  only.addAddress(first, name)
  return only.check(second, name)
}
