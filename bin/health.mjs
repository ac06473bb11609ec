// Asks the Footnote that runs in this container whether it answers, for Docker's HEALTHCHECK: status 0 when it does.
//   METRICS_PORT=9464 node bin/health.mjs [/readyz]
// Plain JavaScript without dependencies: it starts in a moment, and the image needs no curl.
const PATIENCE_MILLISECONDS = 4000

const port = process.env.METRICS_PORT?.trim() ?? ''
const [path = '/healthz'] = process.argv.slice(2)
const host = process.env.METRICS_HOST?.trim() || '127.0.0.1'

/** Where a server is asked that listens on all addresses. */
const LOOPBACK = { '0.0.0.0': '127.0.0.1', '::': '::1' }

if (port === '') {
  console.log('METRICS_PORT is not set, so nothing can be asked.')
} else {
  const asked = LOOPBACK[host] ?? host
  const address = `http://${asked.includes(':') ? `[${asked}]` : asked}:${port}${path}`
  try {
    const response = await fetch(address, { signal: AbortSignal.timeout(PATIENCE_MILLISECONDS) })
    console.log(`${address}: ${response.status}`)
    if (!response.ok) process.exitCode = 1
  } catch (error) {
    console.log(`${address}: ${error.cause?.code ?? error.name}`)
    process.exitCode = 1
  }
}
