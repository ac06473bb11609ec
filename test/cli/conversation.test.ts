import { once } from 'node:events'
import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { describe, expect, it } from 'vitest'
import { runFootnote, startFootnote } from '../support/run-footnote.ts'

const STORY = `The orchard keepers of Velm began their harvest on Tuesday, two weeks later than usual. Cold nights in May had delayed the blossom, said the growers' association. About 300 tonnes of pears are expected this year, a fifth less than in the year before. The association asked the county for help with the cost of nets.`

describe('demo', () => {
  it('needs no key and no setting: a cited summary, one answer, one refusal', async () => {
    // What would choose a model and a store elsewhere is not looked at.
    const environment = { OPENAI_API_KEY: 'none', STORAGE_URL: 'nonsense:', AUTO_SUMMARIZE: 'nonsense' }
    const { status, stdout, stderr } = await runFootnote(['demo'], { environment })
    expect({ status, stderr }).toEqual({ status: 0, stderr: '' })
    expect(stdout).toContain('Sollen Bridge To Close For Fourteen Months')
    expect(stdout).toContain('credits The Lantern Wire')
    expect(stdout).toMatch(/no\s+date\s+stated/)
    expect(stdout).toMatch(/1\. “[^]*built-in engine/)
    expect(stdout).not.toMatch(/Load more comments|Port Averley\nSunday/)
    expect(stdout).toMatch(/> How much will the repair cost\?\n“[^\n]*62 million/)
    expect(stdout).toMatch(/> [^\n]*\?\nI found no sentence that answers this\./)
  })
})

describe('chat through a pipe', () => {
  it('summarises a pasted text, answers from it, goes on after a failure and shows its sources', async () => {
    const lines = [
      'What is this?',
      STORY,
      '',
      'How many tonnes of pears are expected?',
      'http://127.0.0.1:1/private',
      '/sources',
      '/nonsense',
      '/quit',
      'never read',
    ]
    const { status, stdout } = await runFootnote(['chat'], { stdin: lines.join('\n') })
    const text = stdout.replace(/\s+/g, ' ')
    expect(status).toBe(0)
    expect(text).toMatch(/^Paste a link or the text of an article/)
    expect(text).toContain('> How many tonnes of pears are expected? “About 300 tonnes of pears')
    expect(text).toMatch(/link-refused: .*1 · paragraph 1.*There is no \/nonsense/)
    expect(text).not.toContain('never read')
  })

  it('cancels on Ctrl-C what runs and goes on', async () => {
    const silent = createServer(() => {}).listen(0, '127.0.0.1')
    await once(silent, 'listening')
    const host = `127.0.0.1:${(silent.address() as AddressInfo).port}`
    const { child, done, saw } = startFootnote(['chat'], { environment: { FETCH_ALLOW_HOSTS: host } })
    child.stdin.write(`http://${host}/slow\n`)
    await once(silent, 'request')
    child.kill('SIGINT')
    await saw('cancelled: ')
    child.stdin.end(`${STORY}\n\nHow many tonnes of pears are expected?\n`)
    const { status, stdout } = await done
    silent.close()
    expect(status).toBe(0)
    expect(stdout).toMatch(/^cancelled: Cancelled\.\n[^]*“About 300 tonnes/)
  })

  it('leaves with status 0 on Ctrl-C when nothing runs', async () => {
    const { child, done, saw } = startFootnote(['chat'])
    child.stdin.write(`${STORY}\n\n`)
    await saw('built-in engine')
    child.kill('SIGINT')
    expect(await done).toMatchObject({ status: 0, stderr: '' })
  })
})
