import type { Check } from '../app/check.ts'
import type { Invocation } from './host.ts'
import { PLAIN } from './paint.ts'
import { startProgress } from './progress.ts'
import { renderCheck, renderVerdict } from './render-check.ts'
import { lookOf, show, write } from './terminal.ts'
import { jsonLine } from './visible.ts'

const BAD_CONFIGURATION = 2

/** `footnote doctor`: each check as it is done, and the status of the command: 1 where one failed. */
export async function doctorCommand(channels: readonly string[], invocation: Invocation): Promise<void> {
  const { host, streams, signal, json, endWith } = invocation
  const settings = await host.settings().catch(() => null)
  const look = settings === null ? PLAIN : lookOf(streams.stdout, settings.terminal)
  const checks: Check[] = []
  let progress = startProgress(streams.stderr, 'Checking …')
  try {
    for await (const check of host.diagnose(channels, signal)) {
      progress.stop()
      checks.push(check)
      if (!json) await show(streams.stdout, renderCheck(check), look)
      progress = startProgress(streams.stderr, 'Checking …')
    }
  } finally {
    progress.stop()
  }
  if (json) await write(streams.stdout, jsonLine({ checks }))
  else await show(streams.stdout, renderVerdict(checks), look)
  const hasFailed = checks.some(({ status }) => status === 'failed')
  if (settings === null) endWith(BAD_CONFIGURATION)
  else if (hasFailed) endWith(1)
}
