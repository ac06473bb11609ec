import type { Readable, Writable } from 'node:stream'
import type { Assistant } from '../app/assistant.ts'
import type { Check } from '../app/check.ts'
import type { Backup, Cap, DurableTable, Log, Migration } from '../app/ports.ts'

/** What the commands need of the configuration. */
export interface Settings {
  /** Where the command was typed: relative files start here. */
  readonly workingDirectory: string
  readonly terminal: {
    readonly noColor: boolean
    /** Null: told from `program`. */
    readonly forceHyperlink: boolean | null
    /** The terminal's own name for itself, empty where it gives none. */
    readonly program: string
  }
  readonly discord: { readonly token: string | null }
  readonly queueUrl: string | null
  readonly caps: readonly Cap[]
}

export interface Opened {
  readonly assistant: Assistant
  readonly log: Log
}

/** The program around the commands, read and opened only as far as a command needs it. */
export interface Host {
  /** Throws `bad-request` naming every variable that cannot be used. */
  settings(): Promise<Settings>
  /** `model`: asked instead of the configured one, on the same server. Throws `bad-request` where there is no server. */
  open(choice?: { readonly model?: string | undefined }): Promise<Opened>
  /** Runs the Discord bot until the signal fires. */
  startBot(token: string, signal: AbortSignal): Promise<void>
  /** Does what front-ends order in the queue, until the signal fires. */
  startWorker(signal: AbortSignal): Promise<void>
  /** Copies the store into a new file, relative to where the command was typed. */
  backUp(file: string): Promise<Backup>
  /** Copies the store that `from` names, as in STORAGE_URL, into the configured one. */
  migrate(
    from: string,
    signal: AbortSignal,
    onProgress: (table: DurableTable, rows: number, of: number) => void,
  ): Promise<Migration>
  /** Looks at everything that is configured, and at Discord channels of these ids. Throws `cancelled` alone. */
  diagnose(channels: readonly string[], signal: AbortSignal): AsyncIterable<Check>
}

/** Standard output and error: a stream that may be a terminal. */
export type Output = Writable & {
  readonly isTTY?: boolean
  readonly columns?: number
  readonly hasColors?: () => boolean
}

export interface Streams {
  readonly stdin: Readable & { readonly isTTY?: boolean }
  readonly stdout: Output
  readonly stderr: Output
}

/** What every command gets beside its own arguments. */
export interface Invocation {
  readonly host: Host
  readonly streams: Streams
  readonly json: boolean
  /** Fires on Ctrl-C and on SIGTERM. */
  readonly signal: AbortSignal
  /** Gives Ctrl-C to a command that stays open after it; the returned function gives it back. */
  readonly takeInterrupts: (handler: () => void) => () => void
  /** Sets the exit status of a command that has said itself what is wrong. */
  readonly endWith: (status: number) => void
}
