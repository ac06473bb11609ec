import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freePort, hasRedis, type RedisServer, startRedis } from '../../support/redis-server.ts'
import { runFootnote } from '../../support/run-footnote.ts'
import { makeCertificate } from '../fetch/self-made-certificate.ts'

describe.skipIf(!hasRedis)('a server behind TLS', () => {
  const folder = mkdtempSync(join(tmpdir(), 'footnote-tls-'))
  const certificate = join(folder, 'cert.pem')
  let server: RedisServer
  let url: string
  beforeAll(async () => {
    const { key, cert } = makeCertificate(['localhost', '127.0.0.1'])
    writeFileSync(join(folder, 'key.pem'), key, { mode: 0o600 })
    writeFileSync(certificate, cert)
    const port = String(await freePort())
    const keys = ['--tls-cert-file', certificate, '--tls-key-file', join(folder, 'key.pem')]
    const options = [
      '--tls-port',
      port,
      ...keys,
      '--tls-ca-cert-file',
      certificate,
      '--tls-auth-clients',
      'no',
    ]
    server = await startRedis(options)
    url = `rediss://localhost:${port}`
  })
  afterAll(async () => {
    await server.stop()
    rmSync(folder, { recursive: true, force: true })
  })

  it('is used where its certificate is trusted', async () => {
    const environment = { STORAGE_URL: url, NODE_EXTRA_CA_CERTS: certificate }
    const { status, stderr } = await runFootnote(['usage', '--json'], { environment })
    expect(stderr).toBe('')
    expect(status).toBe(0)
  })

  it('whose certificate nobody here trusts is refused, with what to do', async () => {
    const { status, stdout } = await runFootnote(['usage', '--json'], { environment: { STORAGE_URL: url } })
    expect(JSON.parse(stdout)).toMatchObject({
      error: {
        code: 'storage-unavailable',
        message: expect.stringMatching(/certificate that is not trusted here.*NODE_EXTRA_CA_CERTS=FILE/u),
      },
    })
    expect(status).toBe(1)
  })
})
