import type { Backup } from '../app/ports.ts'
import { counted } from '../core/counted.ts'
import type { Invocation } from './host.ts'
import { block } from './styled.ts'
import { lookOf, show, write } from './terminal.ts'
import { jsonLine } from './visible.ts'

/** `footnote backup FILE`: copies the store, also while the bot runs, and says what the copy holds. */
export async function backupCommand(file: string, { host, streams, json }: Invocation): Promise<void> {
  const { terminal } = await host.settings()
  const backup = await host.backUp(file)
  if (json) await write(streams.stdout, jsonLine({ backup: { file, ...backup } }))
  else await show(streams.stdout, [block(sayBackup(file, backup))], lookOf(streams.stdout, terminal))
}

function sayBackup(file: string, { bytes, schema, conversations, questions, guilds }: Backup): string {
  const size = `${(bytes / 1_000_000).toFixed(1)} MB`
  const holds = [
    counted(conversations, 'conversation'),
    counted(questions, 'question'),
    `settings of ${counted(guilds, 'server')}`,
  ]
  return `${file} is a whole copy of the store (schema ${schema}, ${size}): ${holds.join(', ')}.`
}
