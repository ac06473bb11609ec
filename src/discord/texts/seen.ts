// What is said of a link that this server has had before.

export const SEEN = {
  before: 'Read here before:',
  earlierThread: 'earlier thread',
  earlierCard: 'earlier card',
  /** `changes`: “3 of 12 paragraphs changed”; `gone`: numbers of the points whose words are no longer there. */
  edited: (changes: string, gone: readonly number[]): string => {
    const which = gone.length === 1 ? `point ${gone[0]}` : `points ${listed(gone)}`
    const quotes =
      gone.length === 0 ? 'All quotes below still stand there.' : `The words of ${which} are gone.`
    return `Edited since this was read: ${changes}. ${quotes} More → Refresh reads it anew.`
  },
} as const

const listed = (points: readonly number[]): string => `${points.slice(0, -1).join(', ')} and ${points.at(-1)}`
