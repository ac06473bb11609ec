import { text } from 'node:stream/consumers'
import type { Migration } from '../app/ports.ts'
import { counted } from '../core/counted.ts'
import type { Invocation } from './host.ts'
import { block } from './styled.ts'
import { lookOf, show, write } from './terminal.ts'
import { jsonLine } from './visible.ts'

const PROGRESS_EVERY_MILLISECONDS = 1000

/** `footnote migrate [FROM]`: copies a store into the one that STORAGE_URL names, and says what was copied. */
export async function migrateCommand(source: string, invocation: Invocation): Promise<void> {
  const { host, streams, signal, json } = invocation
  const { terminal } = await host.settings()
  // Whoever lists the processes of a machine sees their arguments, and a password in them.
  const from = source === '-' ? (await text(streams.stdin)).trim() : source
  let said: number | null = null
  const migration = await host.migrate(from, signal, (table, rows, of) => {
    // Now that both stores are known to be of use.
    if (said === null) streams.stderr.write('No bot may run on either store meanwhile.\n')
    said ??= performance.now()
    if (performance.now() - said < PROGRESS_EVERY_MILLISECONDS && rows < of) return
    said = performance.now()
    streams.stderr.write(`${table}: ${rows} of ${of}\n`)
  })
  if (json) await write(streams.stdout, jsonLine({ migration }))
  else
    await show(
      streams.stdout,
      sayMigration(migration).map((sentence) => block(sentence)),
      lookOf(streams.stdout, terminal),
    )
}

const sayMigration = ({ from, to, rows }: Migration): readonly string[] => [
  `Copied from ${from} to ${to}, and counted on both sides: ${[
    counted(rows.conversations, 'conversation'),
    counted(rows.turns, 'question'),
    counted(rows.articles, 'article'),
    counted(rows.tasks, 'request'),
    `settings of ${counted(rows.guild_settings, 'server')}`,
    `${counted(rows.spending, 'row')} of spending`,
  ].join(', ')}. Cached pages and summaries were left behind: they are read anew.`,
  `Next: footnote doctor, then start the bot with STORAGE_URL=${to} and the password that belongs to it. ${from} is as it was; delete it once you no longer want to go back.`,
]
