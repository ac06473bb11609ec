import type { Markup } from '../cards/markup.ts'

/** Edits of one message, one after the other. */
export interface Edits {
  /** Shows a line once the edits before it are done. A failed edit is left to the next one. */
  show(line: Markup): void
  /** Resolves when all of them are done. */
  done(): Promise<void>
}

export function editInOrder(
  edit: (line: Markup) => Promise<unknown>,
  onFailure: (error: unknown) => void,
): Edits {
  let underWay = Promise.resolve()
  const editAfter = async (before: Promise<void>, line: Markup): Promise<void> => {
    await before
    try {
      await edit(line)
    } catch (error) {
      onFailure(error)
    }
  }
  return {
    show: (line) => {
      underWay = editAfter(underWay, line)
    },
    done: () => underWay,
  }
}
