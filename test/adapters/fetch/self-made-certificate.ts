import { generateKeyPairSync, sign } from 'node:crypto'
import { isIP } from 'node:net'
import { getCACertificates, setDefaultCACertificates } from 'node:tls'
import { onTestFinished } from 'vitest'

// X.509 (RFC 5280) written out in DER, as far as one self-signed certificate needs it.
const der = (tag: number, ...parts: readonly Uint8Array[]): Buffer => {
  const content = Buffer.concat(parts)
  const { length: size } = content
  const length = size < 128 ? [size] : size < 256 ? [0x81, size] : [0x82, Math.floor(size / 256), size % 256]
  return Buffer.concat([Buffer.from([tag, ...length]), content])
}
const sequence = (...parts: readonly Uint8Array[]): Buffer => der(0x30, ...parts)
const bits = (content: Uint8Array): Buffer => der(0x03, Buffer.from([0]), content)
const hex = (text: string): Buffer => Buffer.from(text, 'hex')

const COMMON_NAME = hex('0603550403')
const SUBJECT_ALTERNATIVE_NAME = hex('0603551d11')
const BASIC_CONSTRAINTS = hex('0603551d13')
const ECDSA_WITH_SHA256 = sequence(hex('06082a8648ce3d040302'))

/** Years of two digits, as X.509 has them. */
const LONG_VALID = { from: '200101', until: '491231' }

/** Key and certificate in PEM for these names and IPv4 addresses, valid until 2049, signed by itself. */
export function makeCertificate(
  names: readonly string[],
  { from, until }: { readonly from: string; readonly until: string } = LONG_VALID,
): { readonly key: string; readonly cert: string } {
  const { privateKey, publicKey } = generateKeyPairSync('ec', { namedCurve: 'prime256v1' })
  const name = sequence(der(0x31, sequence(COMMON_NAME, der(0x0c, Buffer.from('Footnote test')))))
  const [first, last] = [`${from}000000Z`, `${until}235959Z`].map((time) => der(0x17, Buffer.from(time)))
  const validity = sequence(first!, last!)
  const alternatives = sequence(
    ...names.map((text) =>
      isIP(text) === 4 ? der(0x87, Buffer.from(text.split('.').map(Number))) : der(0x82, Buffer.from(text)),
    ),
  )
  const extensions = sequence(
    sequence(BASIC_CONSTRAINTS, der(0x01, hex('ff')), der(0x04, sequence(der(0x01, hex('ff'))))),
    sequence(SUBJECT_ALTERNATIVE_NAME, der(0x04, alternatives)),
  )
  const body = sequence(
    der(0xa0, der(0x02, hex('02'))),
    der(0x02, hex('2a')),
    ECDSA_WITH_SHA256,
    name,
    validity,
    name,
    publicKey.export({ type: 'spki', format: 'der' }),
    der(0xa3, extensions),
  )
  const certificate = sequence(body, ECDSA_WITH_SHA256, bits(sign('sha256', body, privateKey)))
  const lines = certificate
    .toString('base64')
    .match(/.{1,64}/gu)
    ?.join('\n')
  return {
    key: privateKey.export({ type: 'pkcs8', format: 'pem' }).toString(),
    cert: `-----BEGIN CERTIFICATE-----\n${lines}\n-----END CERTIFICATE-----\n`,
  }
}

/** For this test, this process trusts the certificate: the fetcher itself has no switch for that. */
export function trustCertificate(cert: string): void {
  const usual = getCACertificates('default')
  setDefaultCACertificates([...usual, cert])
  onTestFinished(() => setDefaultCACertificates(usual))
}
