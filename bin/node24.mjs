// Runs a script on Node 24 or newer, also where the machine's own Node is older:
//   node bin/node24.mjs SCRIPT [arguments…]
// Plain JavaScript without dependencies, so that any Node can read it. npm 10.8.2 to 11.6.0 do not link
// node_modules/.bin/node when several platforms are listed, so the binary is named by its own path.
import { spawn } from 'node:child_process'
import { existsSync } from 'node:fs'
import { constants } from 'node:os'
import { delimiter, resolve } from 'node:path'
import { fileURLToPath, pathToFileURL } from 'node:url'

const [script, ...args] = process.argv.slice(2)
const platform = `node-${process.platform === 'win32' ? 'win' : process.platform}-${process.arch}`
const folder = fileURLToPath(new URL(`../node_modules/${platform}/bin/`, import.meta.url))
const binary = `${folder}node${process.platform === 'win32' ? '.exe' : ''}`

// Names are looked up in threads, at most in half of them, and Node has four. A link whose name server never answers
// holds one for ten seconds and more: with four, a few such links would keep every other name waiting.
process.env.UV_THREADPOOL_SIZE ??= '64'

if (Number(process.versions.node.split('.')[0]) >= 24) {
  const { enableCompileCache } = await import('node:module')
  enableCompileCache()
  process.argv.splice(1, 2, resolve(script))
  await import(pathToFileURL(resolve(script)).href)
} else if (existsSync(binary)) {
  const environment = { ...process.env, PATH: `${folder}${delimiter}${process.env.PATH ?? ''}` }
  const launcher = fileURLToPath(import.meta.url)
  // Our expressions are many and large: V8 would compile each that is used twice for its interpreter first, and then again.
  const child = spawn(binary, ['--no-regexp-tier-up', launcher, script, ...args], {
    stdio: 'inherit',
    env: environment,
  })
  for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP']) {
    // A terminal sends Ctrl-C to the child as well; this process only has to outlive it.
    process.on(signal, () => (signal === 'SIGINT' && process.stdin.isTTY ? undefined : child.kill(signal)))
  }
  child.on('exit', (code, signal) => process.exit(code ?? 128 + (constants.signals[signal] ?? 0)))
} else {
  const have = `This is Node ${process.versions.node} and Footnote needs Node 24 or newer`
  console.error(`${have}: run "npm ci" without --omit=optional, or install Node 24 from nodejs.org.`)
  process.exit(2)
}
