import { PassThrough } from 'node:stream'
import { describe, expect, it } from 'vitest'
import { parseEntries } from '../../src/cli/chat-entry.ts'
import { openChatInput } from '../../src/cli/chat-input.ts'

const LONG = 'The ferry sails at noon and carries goats. '.repeat(6).trim()

describe('an entry of the chat', () => {
  it.each([
    ['https://a.example/x', [{ kind: 'link', url: 'https://a.example/x' }]],
    ['<https://a.example/x>', [{ kind: 'link', url: 'https://a.example/x' }]],
    [
      'https://a.example/x who called?',
      [
        { kind: 'link', url: 'https://a.example/x' },
        { kind: 'question', question: 'who called?' },
      ],
    ],
    ['Who\ncalled?', [{ kind: 'question', question: 'Who called?' }]],
    ['/Help ', [{ kind: 'command', name: 'help' }]],
    ['/etc/hosts says what?', [{ kind: 'question', question: '/etc/hosts says what?' }]],
    [LONG, [{ kind: 'text', text: LONG }]],
    [`${LONG} Why?`, [{ kind: 'question', question: `${LONG} Why?` }]],
    [`Title\n\n${LONG}`, [{ kind: 'text', text: `Title\n\n${LONG}` }]],
    ['  ', []],
  ])('%j', (typed, entries) => {
    expect(parseEntries(typed)).toEqual(entries)
  })
})

describe('lines from a pipe', () => {
  async function entriesOf(text: string): Promise<string[]> {
    const stdin = new PassThrough()
    const input = openChatInput(
      { stdin, stdout: new PassThrough(), stderr: new PassThrough() },
      '> ',
      () => {},
    )
    stdin.end(text)
    const entries: string[] = []
    for (let entry = await input.next(); entry !== null; entry = await input.next()) entries.push(entry)
    return entries
  }

  it('are an entry each', async () => {
    expect(await entriesOf('https://a.example/x\nWho?\r\nWhen?')).toEqual([
      'https://a.example/x',
      'Who?',
      'When?',
    ])
  })

  it('of a long text go together until an empty line', async () => {
    expect(await entriesOf(`${LONG}\nMore of it.\n\nWho?\n`)).toEqual([`${LONG}\nMore of it.\n`, 'Who?'])
  })

  it('of a text that the end of the input cuts are kept', async () => {
    expect(await entriesOf(`${LONG}\nMore.`)).toEqual([`${LONG}\nMore.`])
  })
})

describe('a paste into a terminal', () => {
  /** A terminal as readline sees one: keys in, echo out. */
  const terminal = (): PassThrough => Object.assign(new PassThrough(), { isTTY: true, columns: 80 })

  it('is one entry, empty lines and all, once the person presses Enter', async () => {
    const stdin = terminal()
    const input = openChatInput({ stdin, stdout: terminal(), stderr: new PassThrough() }, '> ', () => {})
    const next = input.next()
    stdin.write('\u001b[200~Title\r\rFirst paragraph.\rSecond')
    stdin.write(' half.\u001b[201~')
    stdin.write('\r')
    expect(await next).toBe('Title\n\nFirst paragraph.\nSecond half.')
    input.close()
  })

  it('is told by its speed where the terminal does not mark it', async () => {
    const stdin = terminal()
    const input = openChatInput({ stdin, stdout: terminal(), stderr: new PassThrough() }, '> ', () => {})
    const next = input.next()
    stdin.write('Title\r\rFirst paragraph.\r')
    expect(await next).toBe('Title\n\nFirst paragraph.')
    input.close()
  })

  it('leaves no line of it in the history, and the question before it is still there', async () => {
    const stdin = terminal()
    const input = openChatInput({ stdin, stdout: terminal(), stderr: new PassThrough() }, '> ', () => {})
    stdin.write('who?\r')
    expect(await input.next()).toBe('who?')
    stdin.write('\u001b[200~one\rtwo\r\u001b[201~\r')
    expect(await input.next()).toBe('one\ntwo\n')
    stdin.write('\u001b[A\r')
    expect(await input.next()).toBe('who?')
    input.close()
  })

  it('Ctrl-C says whether the line was empty, and clears it', async () => {
    const stdin = terminal()
    const pressed: boolean[] = []
    const input = openChatInput({ stdin, stdout: terminal(), stderr: new PassThrough() }, '> ', (wasEmpty) =>
      pressed.push(wasEmpty),
    )
    const next = input.next()
    stdin.write('half a quest\u0003')
    stdin.write('\u0003')
    stdin.write('whole?\r')
    expect(await next).toBe('whole?')
    expect(pressed).toEqual([false, true])
    input.close()
  })
})
