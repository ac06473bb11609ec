import { readFileSync } from 'node:fs'

/** One check of the fetcher taken away: tests that still pass would not notice if somebody lost it. */
export interface Mutant {
  /** Below `src/`. */
  readonly file: string
  /** Stands in the file once. */
  readonly search: string
  readonly replace: string
  /** Names of files in `test/adapters/fetch/` that should notice; the first ones are the likeliest. */
  readonly tests: readonly string[]
}

type Change = readonly [search: string, replace: string]

const sourceOf = (file: string): string => readFileSync(new URL(`../../src/${file}`, import.meta.url), 'utf8')

/** How often its words stand in the source; anything but once means that the list is out of date. */
export const occurrencesOf = ({ file, search }: Mutant): number => sourceOf(file).split(search).length - 1

const inFile = (file: string, tests: readonly string[], changes: readonly Change[]): Mutant[] =>
  changes.map(([search, replace]) => ({ file, search, replace, tests }))

const FETCH = 'adapters/fetch'
const ATTACKS = ['address-attacks', 'redirect-attacks', 'hops', 'web-gate', 'addresses']
const SERVERS = ['hostile-server', 'limits', 'at-a-time', 'hostile-tls', 'tls']

/** Every row of the two tables: gone, and half as large. */
function rowsOfAddresses(): Mutant[] {
  const file = `${FETCH}/public-address.ts`
  const rows = Array.from(sourceOf(file).matchAll(/^ {2}\['([\d.a-f:]+)', (\d+), .*\],$/gmu))
  const changes = rows.flatMap(([row, network = '', prefix = '']): Change[] => {
    const whole = Number(prefix) === (network.includes(':') ? 128 : 32)
    const narrower = row.replace(`', ${prefix},`, `', ${Number(prefix) + 1},`)
    return [[row, ''], ...(whole ? [] : [[row, narrower] as const])]
  })
  return inFile(file, ['public-address'], changes)
}

/** Every last label that leads nowhere on the public web. */
function privateEndings(): Mutant[] {
  const file = `${FETCH}/web-gate.ts`
  const list = /'(alt arpa [a-z ]+)'/u.exec(sourceOf(file))?.[1] ?? ''
  const without = (name: string): string =>
    list
      .split(' ')
      .filter((each) => each !== name)
      .join(' ')
  return inFile(
    file,
    ['web-gate', 'address-attacks'],
    list.split(' ').map((name) => [list, without(name)]),
  )
}

/** Every limit, a thousand times as high. */
function limits(): Mutant[] {
  const file = `${FETCH}/limits.ts`
  const lines = Array.from(sourceOf(file).matchAll(/^ {2}(\w+): (\d[\d *\w]*),$/gmu))
  return inFile(
    file,
    ['limits'],
    lines.map(([line, name, value]) => [line, `  ${name}: 1000 * ${value},`]),
  )
}

export const FETCH_MUTANTS: readonly Mutant[] = [
  ...rowsOfAddresses(),
  ...privateEndings(),
  ...limits(),
  ...inFile(
    `${FETCH}/public-address.ts`,
    ['public-address', 'address-attacks'],
    [
      ["['2000::', 3] as const", "['::', 0] as const"],
      ["['2000::', 3] as const", "['2000::', 2] as const"],
      [
        "globalIpv6.addSubnet(TRANSLATED_IPV4, 96, 'ipv6')",
        "globalIpv6.addSubnet(TRANSLATED_IPV4, 64, 'ipv6')",
      ],
      ["  refusedIpv6.addSubnet(`${TRANSLATED_IPV4}${network}`, 96 + prefix, 'ipv6')\n", ''],
      [' && !isTunnel(address)', ''],
      ['if (isIP(address) === 4) return', 'if (isIP(address) !== 6) return'],
      ["return globalIpv6.check(address, 'ipv6') &&", 'return'],
      [" && !refusedIpv6.check(address, 'ipv6')", ''],
      ['return only.check(second, name)', 'return true'],
      ['if (family === 0 || family !== isIP(second)) return false', 'if (family === 0) return true'],
    ],
  ),
  ...inFile(`${FETCH}/web-gate.ts`, ATTACKS, [
    ["  if (url.protocol !== 'http:' && url.protocol !== 'https:') throw malformed()\n", ''],
    ['  if (url.href.length > MAX_ADDRESS_LENGTH) throw malformed()\n', ''],
    ['  requireNoCredentials(url)\n', ''],
    [
      'entries = entries.filter((entry) => allows(entry, url))',
      'entries = allowed.filter((entry) => allows(entry, url))',
    ],
    [
      'entries = entries.filter((entry) => allows(entry, url))',
      'if (entries.some((entry) => allows(entry, url))) return { trusted: true }',
    ],
    ['    entries = entries.filter((entry) => allows(entry, url))\n', ''],
    ["    if (isIP(url.hostname.replace(/^\\[|\\]$/gu, '')) !== 0) throw refused()\n", ''],
    ['    if (!isPublicName(url.hostname)) throw refused()\n', ''],
    ['    if (!PUBLIC_PORTS.has(portOf(url))) throw refused()\n', ''],
    ['new Set([80, 443])', 'new Set([80, 443, 8080])'],
    ['return { trusted: false }', 'return { trusted: true }'],
    ["labels.length < 2 || labels.includes('')", "labels.includes('')"],
    ["labels.length < 2 || labels.includes('')", 'labels.length < 2'],
    ['hostname.length > LONGEST_NAME || ', ''],
    [' || labels.some(({ length }) => length > LONGEST_LABEL)', ''],
    ["PRIVATE_ENDINGS.has(labels.at(-1) ?? '')", "PRIVATE_ENDINGS.has(labels[0] ?? '')"],
  ]),
  ...inFile(
    `${FETCH}/allow-list.ts`,
    ['hops', 'redirect-attacks', 'web-gate', 'tls'],
    [
      ['entry.hostname === url.hostname && ', ''],
      ['entry.hostname === url.hostname', 'url.hostname.endsWith(entry.hostname)'],
      [' && entry.ports.includes(portOf(url))', ''],
      ['const WEB_PORTS = [80, 443]', 'const WEB_PORTS = [80, 443, 8080]'],
      ['port === undefined ? WEB_PORTS : [Number(port)]', 'WEB_PORTS'],
      ["(url.protocol === 'https:' ? 443 : 80)", '80'],
    ],
  ),
  ...inFile(
    `${FETCH}/addresses.ts`,
    ['addresses', 'address-attacks', 'hops', 'tls'],
    [
      ['  if (!options.trusted && !answers.every(isPublicAddress)) throw refused()\n', ''],
      ['!answers.every(isPublicAddress)', '!answers.some(isPublicAddress)'],
      ['!answers.every(isPublicAddress)', '!isPublicAddress(answers[0]!)'],
      ['!options.trusted && ', ''],
      ['isIP(literal) === 0 ? ', 'hostname !== "" ? '],
      ["  if (answers.length === 0) throw unreachable(hostname, 'was not found')\n", ''],
      ['await untilAborted(() => resolve(hostname), signal)', 'await resolve(hostname)'],
    ],
  ),
  ...inFile(
    `${FETCH}/dial.ts`,
    ['dial', 'addresses', 'hops', 'tls', 'at-a-time', 'hostile-server'],
    [
      ['isSameAddress(address, peer) && ', ''],
      [' && (options.trusted || isPublicAddress(peer))', ''],
      ['(options.trusted || isPublicAddress(peer))', 'options.trusted'],
      ['finish(isExpected ? socket : undefined)', 'finish(socket)'],
      ['if (isExpected) return resolve(socket)', 'return resolve(socket)'],
      ['const MOST_ATTEMPTS = 4', 'const MOST_ATTEMPTS = 40'],
      ['    for (const socket of open) socket.destroy()\n', ''],
      ["    options.signal.addEventListener('abort', stop)\n", ''],
      ['if (waiting.length > 0) attempt()', 'if (waiting.length > 9) attempt()'],
      [
        "waiting.length === 0) reject(new Error('there is no address to dial'))",
        'waiting.length > 9) return promise',
      ],
      ['  if (options.signal.aborted) reject(options.signal.reason as Error)\n  else if', '  if'],
    ],
  ),
  ...inFile(
    `${FETCH}/secure.ts`,
    ['tls', 'hostile-tls'],
    [
      ['    rejectUnauthorized: true,\n', ''],
      ['rejectUnauthorized: true', 'rejectUnauthorized: false'],
      ['    host,\n', ''],
      ['    ...(isIP(host) === 0 ? { servername: host } : {}),\n', ''],
      ["    ALPNProtocols: ['http/1.1'],\n", ''],
      ["  signal.addEventListener('abort', stop)\n", ''],
      ['  if (signal.aborted) stop()\n', ''],
    ],
  ),
  ...inFile(`${FETCH}/exchange.ts`, SERVERS, [
    ['    if (socket.bytesRead > rawLimit) deadline.fail(tooLarge(url.hostname))\n', ''],
    ['    maxHeaderSize: limits.headerBytes,\n', ''],
    ["    deadline.start('headers', url.hostname)\n", ''],
    ['      signal: deadline.signal,\n', ''],
    ['    void client.destroy()\n    socket.destroy()\n', ''],
    ['if (isPdf) rawLimit = limits.pdfRawBytes', 'rawLimit = limits.pdfRawBytes'],
    ['isPdf ? limits.pdfDecodedBytes : limits.decodedBytes', 'limits.pdfDecodedBytes'],
    [
      '    if (announced > (decoders.length === 0 ? decodedLimit : rawLimit)) throw tooLarge(url.hostname)\n',
      '',
    ],
    ['    if (size > options.limit) throw tooLarge(options.host)\n', ''],
    ["    options.deadline.start('gap', options.host)\n    for await", '    for await'],
    ["      options.deadline.start('gap', options.host)\n      yield", '      yield'],
  ]),
  ...inFile(
    `${FETCH}/exchange.ts`,
    ['web-gate', 'hops', 'redirect-attacks'],
    [
      ['      reset: true,\n', ''],
      ['new Set([301, 302, 303, 307, 308])', 'new Set([300, 301, 302, 303, 307, 308])'],
      ['REDIRECTS.has(statusCode) && location !== null', 'location !== null'],
      ['location: asUtf8(location)', 'location'],
    ],
  ),
  ...inFile(
    `${FETCH}/decode.ts`,
    ['limits', 'hostile-server'],
    [
      ['const MOST_LAYERS = 1', 'const MOST_LAYERS = 9'],
      ['[constants.ZSTD_d_windowLogMax]: 23', '[constants.ZSTD_d_windowLogMax]: 27'],
      ['unpacker.bytesWritten < given', 'unpacker.bytesWritten < 0'],
      ['names.some((name) => !Object.hasOwn(DECODERS, name))', 'names.some((name) => !(name in DECODERS))'],
      ['    pipeline(whole, unpacker).catch(() => undefined)\n', '    void pipeline(whole, unpacker)\n'],
    ],
  ),
  ...inFile(
    `${FETCH}/deadline.ts`,
    ['hostile-server', 'at-a-time', 'addresses', 'hostile-tls'],
    [
      [
        'setTimeout(() => fail(timedOut(current)), limits.totalMilliseconds)',
        'setTimeout(() => undefined, 1)',
      ],
      [
        'setTimeout(() => fail(timedOut(current)), limits[`${name}Milliseconds`])',
        'setTimeout(() => undefined, 1)',
      ],
      ["    else signal.addEventListener('abort', cancel)\n", ''],
      ['    if (signal.aborted) fail(cancelled(signal.reason))\n    else signal', '    signal'],
      ['      clearTimeout(total)\n', ''],
      ["      for (const signal of signals) signal.removeEventListener('abort', cancel)\n", ''],
      ['return await Promise.race([work(), aborted])', 'return await work()'],
    ],
  ),
  ...inFile(
    `${FETCH}/limits.ts`,
    ['limits'],
    [
      ['limits[name] = Math.min(usual, value)', 'limits[name] = value'],
      [' && value >= 0', ''],
    ],
  ),
  ...inFile(
    `${FETCH}/opener.ts`,
    [...ATTACKS, 'refresh-page', 'at-a-time', 'hostile-server', 'reply-facts'],
    [
      [
        'const { trusted } = gate(url)',
        'const { trusted } = redirects === 0 ? gate(url) : { trusted: false }',
      ],
      [
        'const { trusted } = gate(url)',
        'const { trusted } = redirects === 0 ? gate(url) : { trusted: true }',
      ],
      ['redirects <= limits.redirects', 'redirects <= 50'],
      ['resolveAddresses(url.hostname, { trusted, ', 'resolveAddresses(url.hostname, { trusted: true, '],
      ['const MOST_PAGES_THAT_LEAD_ON = 2', 'const MOST_PAGES_THAT_LEAD_ON = 9'],
      ['pagesLeft > 0 && reply.status < 300', 'pagesLeft > 0'],
      ['return target.href === from.href ? null : target', 'return target'],
      ['const AT_A_TIME_PER_HOST = 2', 'const AT_A_TIME_PER_HOST = 20'],
      ["  url.hash = ''\n", ''],
      ["  url.hostname = url.hostname.replace(/\\.$/u, '')\n", ''],
      ['      giveBack()\n', ''],
      ['      closing.abort()\n', ''],
      ['await Promise.allSettled(running)', 'await Promise.resolve()'],
      ["if (code === 'UND_ERR_HEADERS_OVERFLOW') throw tooLarge(url.hostname, error)", ''],
      [
        "const url = parseAddress(from === undefined ? address : (URL.parse(address, from.href)?.href ?? ''))",
        'const url = URL.parse(address, from?.href)',
      ],
    ],
  ),
  ...inFile(
    `${FETCH}/slots.ts`,
    ['slots', 'at-a-time'],
    [
      ['if (place.taken < perKey) {', 'if (place.taken < 1e9) {'],
      ['        if (index === -1) giveBack(key)\n        else place', '        if (index !== -1) place'],
    ],
  ),
  ...inFile(
    `${FETCH}/reply-facts.ts`,
    ['reply-facts'],
    [
      ['validators === undefined || validators.page !== pageOf(url)', 'validators === undefined'],
      ['tag !== null && TAG.test(tag)', 'tag !== null'],
      ['seconds > 0 && seconds <= 86_400', 'seconds > 0'],
    ],
  ),
  ...inFile(
    `${FETCH}/attachment-reader.ts`,
    ['attachment-reader'],
    [
      ['    requireOrdinaryAddress(url)\n', ''],
      ['if (allowed.includes(url.origin)) return', 'return'],
      [
        'allowed.filter((origin) => origin === url.origin || PUBLIC_ORIGINS.has(origin))',
        'allowed.filter(() => true)',
      ],
      ['{ trusted: !PUBLIC_ORIGINS.has(url.origin) }', '{ trusted: true }'],
      ['if (status !== 200) {', 'if (status > 999) {'],
    ],
  ),
  ...inFile(
    `${FETCH}/refresh-page.ts`,
    ['refresh-page'],
    [
      ['bytes.length > LARGEST || ', ''],
      ['const FEWEST_WORDS = 40', 'const FEWEST_WORDS = 4000'],
      ['Number(seconds) > LONGEST_DELAY_SECONDS', 'Number(seconds) > 9999'],
    ],
  ),
  ...inFile('core/address.ts', ATTACKS, [
    ['trimmed.length > MAX_ADDRESS_LENGTH || ', ''],
    [' || /[\\s\\p{Cc}]/u.test(trimmed)', ''],
    ['  if (!/^https?:\\/\\/[^/\\\\]/iu.test(trimmed)) return null\n', ''],
    ["address.username === '' && address.password === ''", "address.username === ''"],
    ["address.username === '' && address.password === ''", "address.password === ''"],
    ['export const MAX_ADDRESS_LENGTH = 4096', 'export const MAX_ADDRESS_LENGTH = 8192'],
  ]),
]
