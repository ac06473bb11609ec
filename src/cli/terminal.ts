import type { Output, Settings } from './host.ts'
import { paint, type Look } from './paint.ts'
import type { Block } from './styled.ts'

const DEFAULT_COLUMNS = 80

/** Terminals that are known to open OSC 8 links; others show nothing of them, a few show the escape itself. */
const OPENS_LINKS = /^(iTerm\.app|WezTerm|vscode|ghostty|Hyper|Tabby|rio|WarpTerminal|kitty|vte)$/i

/** What can be shown on an output: plain text of 80 columns where it is no terminal. */
export function lookOf(output: Output, { noColor, forceHyperlink, program }: Settings['terminal']): Look {
  const isTerminal = output.isTTY === true
  return {
    columns: output.columns === undefined || output.columns === 0 ? DEFAULT_COLUMNS : output.columns,
    colour: isTerminal && !noColor && output.hasColors?.() !== false,
    hyperlinks: forceHyperlink ?? (isTerminal && OPENS_LINKS.test(program)),
  }
}

/** Writes and waits until the stream has taken every byte, however slow its reader is. */
export function write(output: Output, text: string): Promise<void> {
  return new Promise((resolve, reject) => {
    output.write(text, (error) => {
      if (error === null || error === undefined) resolve()
      else reject(error)
    })
  })
}

export function show(output: Output, blocks: readonly Block[], look: Look): Promise<void> {
  return write(output, paint(blocks, look))
}
