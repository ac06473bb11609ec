import { createInterface, type Key } from 'node:readline'
import { startsText } from './chat-entry.ts'
import type { Streams } from './host.ts'

/** Lines of a paste follow each other faster than anybody types. */
const PASTE_GAP_MILLISECONDS = 40
const HISTORY_LINES = 200

const PASTE_MODE_ON = '\u001b[?2004h'
const PASTE_MODE_OFF = '\u001b[?2004l'

export interface ChatInput {
  /** The next thing that was typed or pasted, whole; null at the end of the input. */
  next(): Promise<string | null>
  close(): void
}

/**
 * Reads what a person types or pastes. A paste of many lines is one entry: told by the terminal's bracketed paste
 * mode, or by the speed of the lines. Without a terminal it goes line by line, and a long line begins a text that
 * an empty line ends. The arrow keys bring back earlier lines, which are kept in memory only.
 * `onInterrupt` gets whether the line was empty when Ctrl-C was pressed.
 */
export function openChatInput(
  { stdin, stdout }: Streams,
  prompt: string,
  onInterrupt: (lineWasEmpty: boolean) => void,
): ChatInput {
  const isTerminal = stdin.isTTY === true && stdout.isTTY === true
  const lines = createInterface({
    input: stdin,
    ...(isTerminal ? { output: stdout } : {}),
    terminal: isTerminal,
    historySize: HISTORY_LINES,
    prompt,
  })
  const entries: string[] = []
  let gathered: string[] = []
  let isPasting = false
  let isPrompting = false
  let isClosed = false
  let wake: () => void = () => {}
  let timer: NodeJS.Timeout | undefined

  const complete = (): void => {
    clearTimeout(timer)
    if (gathered.length > 0) entries.push(gathered.join('\n'))
    gathered = []
    wake()
  }
  const onTerminalLine = (): void => {
    clearTimeout(timer)
    if (!isPasting) timer = setTimeout(complete, PASTE_GAP_MILLISECONDS)
  }
  const onPipedLine = (line: string): void => {
    const isGathering = gathered.length > 1 || startsText(gathered[0] ?? '')
    if (!isGathering || line.trim() === '') complete()
  }

  lines.on('line', (line) => {
    gathered.push(line)
    if (isTerminal) onTerminalLine()
    else onPipedLine(line)
  })
  lines.on('history', (history) => {
    if (isPasting) history.shift()
  })
  lines.on('close', () => {
    isClosed = true
    // The shell's prompt begins on a line of its own.
    if (isTerminal && isPrompting) stdout.write('\n')
    complete()
  })
  lines.on('SIGINT', () => {
    const { line } = lines
    if (line !== '') lines.write(null, { ctrl: true, name: 'e' })
    if (line !== '') lines.write(null, { ctrl: true, name: 'u' })
    gathered = []
    onInterrupt(line === '')
  })
  const onKey = (_text: string | undefined, key: Key | undefined): void => {
    if (key?.name === 'paste-start') isPasting = true
    if (key?.name === 'paste-end') isPasting = false
  }
  if (isTerminal) {
    stdin.on('keypress', onKey)
    stdout.write(PASTE_MODE_ON)
  }

  return {
    next: async () => {
      isPrompting = entries.length === 0 && !isClosed
      if (isTerminal && isPrompting) lines.prompt()
      while (entries.length === 0) {
        if (isClosed) return null
        await new Promise<void>((resolve) => {
          wake = resolve
        })
      }
      isPrompting = false
      return entries.shift() ?? null
    },
    close: () => {
      if (isClosed) return
      if (isTerminal) stdout.write(PASTE_MODE_OFF)
      stdin.off('keypress', onKey)
      lines.close()
    },
  }
}
