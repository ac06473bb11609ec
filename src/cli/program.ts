import { readFileSync } from 'node:fs'
import { Argument, Command, CommanderError, Option } from 'commander'
import type { SummaryLength } from '../core/summary.ts'
import { POINTS } from '../core/summary.ts'
import { usageError } from './failure.ts'
import type { EvalArguments } from './eval/eval.ts'
import type { Invocation } from './host.ts'

const sourceArgument = (): Argument =>
  new Argument('<source>', 'an http(s) address, a file, or - for standard input')
const urlOption = (): Option =>
  new Option('--url <url>', 'the http(s) address that a local file was saved at')
const withoutModelOption = (): Option =>
  new Option('--without-model', 'use the built-in engine, at no cost, whatever model is set up')
const refreshOption = (): Option =>
  new Option('--refresh', 'ask the site again, however lately its page was read')
const jsonOption = (): Option => new Option('--json', 'print one JSON object and nothing else')

const channelOption = (): Option =>
  new Option('--channel <id...>', 'whether the bot can answer in this Discord channel').argParser(
    (id: string, before: readonly string[] | undefined) => [...(before ?? []), channelIdOf(id)],
  )

interface DoctorFlags {
  readonly channel?: readonly string[]
}
interface SourceFlags {
  readonly url?: string
  readonly refresh?: boolean
}
interface EngineFlags extends SourceFlags {
  readonly withoutModel?: boolean
}
interface SummarizeFlags extends EngineFlags {
  readonly length?: SummaryLength
  readonly language?: string
}

/**
 * The commands. Each imports what it needs when it runs, so that `--help` and wrong usage answer at once.
 * Help goes to standard output; every wrong usage is thrown as a `CommanderError`.
 */
function createProgram(invocation: Invocation): Command {
  const program = new Command('footnote')
    .description(
      'Summarises articles and answers questions about them, each point proven by the article’s own words.',
    )
    .version(ownVersion())
    .exitOverride()
    .configureOutput({
      writeOut: (text) => invocation.streams.stdout.write(text),
      writeErr: () => {},
    })
    .addHelpText('after', '\nExample: footnote summarize https://news.example/story')

  program
    .command('read')
    .description('the article, its passages and its source')
    .addArgument(sourceArgument())
    .addOption(urlOption())
    .addOption(refreshOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: SourceFlags) => {
      const { readCommand } = await import('./read.ts')
      await readCommand({ source, ...flags }, invocation)
    })

  program
    .command('summarize')
    .description('the summary, point by point, with the words that prove each')
    .addArgument(sourceArgument())
    .addOption(new Option('--length <length>', 'how many points').choices(Object.keys(POINTS)))
    .addOption(new Option('--language <code>', 'language of the points, such as de').argParser(languageOf))
    .addOption(withoutModelOption())
    .addOption(urlOption())
    .addOption(refreshOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: SummarizeFlags) => {
      const { summarizeCommand } = await import('./summarize.ts')
      await summarizeCommand({ source, ...flags }, invocation)
    })

  program
    .command('ask')
    .description('answers from the article, each question seeing the ones before it')
    .addArgument(sourceArgument())
    .argument('<questions...>', 'one or more questions, each in quotation marks')
    .addOption(withoutModelOption())
    .addOption(urlOption())
    .addOption(refreshOption())
    .addOption(jsonOption())
    .action(async (source: string, questions: string[], flags: EngineFlags) => {
      const { askCommand } = await import('./ask.ts')
      await askCommand({ source, questions, ...flags }, invocation)
    })

  program
    .command('who')
    .description('who says what, each with the exact words')
    .addArgument(sourceArgument())
    .addOption(urlOption())
    .addOption(refreshOption())
    .addOption(jsonOption())
    .action(async (source: string, flags: SourceFlags) => {
      const { whoCommand } = await import('./who.ts')
      await whoCommand({ source, ...flags }, invocation)
    })

  program
    .command('chat')
    .description('paste a link or a text, then ask about it')
    .addArgument(sourceArgument().argOptional())
    .addOption(withoutModelOption())
    .action(async (source: string | undefined, { withoutModel }: EngineFlags) => {
      const { chatCommand } = await import('./chat.ts')
      await chatCommand({ source, withoutModel }, invocation)
    })

  program
    .command('lines')
    .description('for scripts: one JSON request a line in, one JSON result a line out')
    .action(async () => {
      const { answerLines } = await import('./lines.ts')
      await answerLines(invocation)
    })

  program
    .command('usage')
    .description('what models cost, by day, month and server')
    .addOption(jsonOption())
    .action(async () => {
      const { usageCommand } = await import('./usage.ts')
      await usageCommand(invocation)
    })

  program
    .command('backup')
    .description('copies the store into a new file, also while the bot runs')
    .argument('<file>', 'where to; nothing is written over')
    .addOption(jsonOption())
    .action(async (file: string) => {
      const { backupCommand } = await import('./backup.ts')
      await backupCommand(file, invocation)
    })

  program
    .command('migrate')
    .description('copies everything durable from another store into the one that STORAGE_URL names')
    .argument(
      '[from]',
      'the other store, as in STORAGE_URL, or - for its address on standard input',
      'sqlite:data/footnote.db',
    )
    .addOption(jsonOption())
    .action(async (from: string) => {
      const { migrateCommand } = await import('./migrate.ts')
      await migrateCommand(from, invocation)
    })

  program
    .command('doctor')
    .description('checks configuration, storage, model and Discord, and says what to do')
    .addOption(channelOption())
    .addOption(jsonOption())
    .action(async ({ channel }: DoctorFlags) => {
      const { doctorCommand } = await import('./doctor.ts')
      await doctorCommand(channel ?? [], invocation)
    })

  program
    .command('eval')
    .description('scores the configured model and prompts on the shipped evaluation set')
    .addOption(new Option('--model <name>', 'another model on the same server'))
    .addOption(new Option('--compare <file>', 'what --output wrote before: shows what has changed'))
    .addOption(new Option('--output <file>', 'write the figures as JSON, to be compared later'))
    .addOption(new Option('--articles <name...>', 'only articles whose names hold this'))
    .addOption(new Option('--questions <count>', 'questions asked of each article (4)').argParser(countOf))
    .addOption(withoutModelOption())
    .addOption(jsonOption())
    .action(async (flags: EvalArguments) => {
      const { evalCommand } = await import('./eval/eval.ts')
      await evalCommand(flags, invocation)
    })

  program
    .command('demo')
    .description('reads a sample article with the built-in engine and asks about it')
    .action(async () => {
      const { demoCommand } = await import('./demo.ts')
      await demoCommand(invocation)
    })

  program
    .command('start')
    .description('the Discord bot')
    .action(async () => {
      const { startCommand } = await import('./start.ts')
      await startCommand(invocation)
    })

  program
    .command('worker')
    .description('reads and answers what the bot orders in the queue (QUEUE_URL)')
    .action(async () => {
      const { workerCommand } = await import('./worker.ts')
      await workerCommand(invocation)
    })

  return program
}

/** Runs one command line. Throws `bad-request` for wrong usage; help and version print and return. */
export async function runProgram(args: readonly string[], invocation: Invocation): Promise<void> {
  const program = createProgram(invocation)
  if (args.length === 0) throw usageError(`A command is missing: ${namesOf(program)}. See footnote --help.`)
  try {
    await program.parseAsync([...args], { from: 'user' })
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error
    if (error.exitCode === 0) return
    const sentence = error.message
      .replace(/^error: /, '')
      .replace(/\s+/g, ' ')
      .replace(/\.?$/, '.')
    throw usageError(`${sentence.charAt(0).toUpperCase()}${sentence.slice(1)} See footnote --help.`)
  }
}

const namesOf = (program: Command): string => program.commands.map((command) => command.name()).join(', ')

/** The primary language of a BCP 47 tag. */
function languageOf(tag: string): string {
  try {
    return new Intl.Locale(tag).language
  } catch {
    throw usageError(`“${tag}” is no language code. Example: --language de`)
  }
}

function countOf(given: string): number {
  if (/^\d{1,2}$/.test(given)) return Number(given)
  throw usageError(`“${given}” is no number of questions. Example: --questions 8`)
}

function channelIdOf(given: string): string {
  if (/^\d{15,21}$/.test(given)) return given
  throw usageError(
    `“${given}” is no Discord id. Right-click the channel → Copy Channel ID (Developer Mode is under User Settings → Advanced).`,
  )
}

function ownVersion(): string {
  const text = readFileSync(new URL('../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}
