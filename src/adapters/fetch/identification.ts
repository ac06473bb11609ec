import { readFileSync } from 'node:fs'

function ownVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version.split('.').slice(0, 2).join('.')
}

/** How we say to sites who reads: the program, why, and (`contact`) where its host can be reached or read about. */
export function userAgent(contact: string | null): string {
  const parts = ['compatible', `Footnote/${ownVersion()}`, 'reads one page when a person asks for it']
  return `Mozilla/5.0 (${[...parts, ...(contact === null ? [] : [`+${contact}`])].join('; ')})`
}
