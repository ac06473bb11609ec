import { expect, it } from 'vitest'
import { passGate } from '../../src/discord/outgoing/gate.ts'
import { privacy } from '../../src/discord/texts.ts'

const HOSTED = { name: 'gpt-4o-mini', host: 'api.openai.com' }
const OWN = { name: 'llama3.1', host: null }

it('/privacy names each model and whose machine it runs on, the one that is asked when it fails too', () => {
  const { text } = privacy({ models: [HOSTED, OWN], retentionDays: 30 })
  expect(text).toContain('gpt-4o-mini at api.openai.com, gets the article, the question')
  expect(text).toContain('If it fails, llama3.1 on a machine of whoever runs me gets the same.')
  expect(privacy({ models: [], retentionDays: 30 }).text).toContain('**No model** is set up')
})

it('/privacy says how long things are kept, who sees them, and how they are deleted', () => {
  const { text } = privacy({ models: [HOSTED], retentionDays: 7 })
  for (const words of [
    'for 7 days',
    'for 2 days',
    'for a day',
    'Discord',
    'A site',
    'Seen by',
    '`/forget`',
    'backups',
  ])
    expect(text).toContain(words)
})

it('/privacy is one message, and every bullet of it is read at a glance', () => {
  const { text, links } = privacy({ models: [HOSTED, OWN], retentionDays: 30 })
  expect(passGate({ content: text }, { links }).content).toBe(text)
  expect(text.length).toBeLessThan(2000)
  // Nine lines of a phone, at about 45 characters a line.
  for (const line of text.split('\n')) expect(line.length).toBeLessThan(9 * 45)
})
