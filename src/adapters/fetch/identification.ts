import { readFileSync } from 'node:fs'

/** As package.json says. */
export function footnoteVersion(): string {
  const text = readFileSync(new URL('../../../package.json', import.meta.url), 'utf8')
  return (JSON.parse(text) as { version: string }).version
}

/** How we say to sites who reads: the program, why, and (`contact`) where its host can be reached or read about. */
export function userAgent(contact: string | null): string {
  const version = footnoteVersion().split('.').slice(0, 2).join('.')
  const parts = ['compatible', `Footnote/${version}`, 'reads one page when a person asks for it']
  return `Mozilla/5.0 (${[...parts, ...(contact === null ? [] : [`+${contact}`])].join('; ')})`
}
