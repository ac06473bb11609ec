import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'

it.skipIf(process.platform === 'win32')(
  'work that hangs inside the system, as look-ups of names can for seconds, leaves room for other work',
  () => {
    const folder = mkdtempSync(join(tmpdir(), 'footnote-'))
    onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
    // Opening a pipe that nobody writes to holds a thread, like a name server that does not answer.
    const script = `
      import { execFileSync } from 'node:child_process'
      import { open, stat } from 'node:fs/promises'
      execFileSync('mkfifo', ['pipe'])
      for (let count = 0; count < 40; count += 1) void open('pipe')
      await stat('.')
      console.log('not held up')
      process.kill(process.pid, 'SIGKILL')`
    writeFileSync(join(folder, 'script.mjs'), script)
    const launcher = join(import.meta.dirname, '../bin/node24.mjs')
    const environment = Object.entries(process.env).filter(([name]) => name !== 'UV_THREADPOOL_SIZE')
    const { stdout } = spawnSync(process.execPath, [launcher, 'script.mjs'], {
      cwd: folder,
      env: Object.fromEntries(environment),
      timeout: 15_000,
      killSignal: 'SIGKILL',
      encoding: 'utf8',
    })
    expect(stdout).toBe('not held up\n')
  },
)
