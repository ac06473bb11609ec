/** A text in small letters, of the same length, so that places in one are places in the other: `İ` alone would grow. */
export function lowerCase(text: string): string {
  const small = text.toLowerCase()
  if (small.length === text.length) return small
  return Array.from(text, (character) => {
    const one = character.toLowerCase()
    return one.length === character.length ? one : character
  }).join('')
}
