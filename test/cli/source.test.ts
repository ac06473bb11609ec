import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { PassThrough, Readable } from 'node:stream'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { readSource } from '../../src/cli/source.ts'

let folder = ''
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'footnote-source-'))
  await mkdir(join(folder, 'folder'))
  await writeFile(join(folder, 'story.txt'), 'A story.')
  await writeFile(join(folder, 'notes: monday.txt'), 'Notes.')
  await writeFile(join(folder, 'empty.html'), ' \r\n\t ')
  await writeFile(join(folder, 'huge.txt'), Buffer.alloc(20 * 1024 * 1024 + 1, 'a'))
})
afterAll(() => rm(folder, { recursive: true }))

const read = (
  source: string,
  options: { stdin?: string | Uint8Array; url?: string } = {},
): ReturnType<typeof readSource> =>
  readSource(source, {
    workingDirectory: folder,
    stdin: Readable.from([Buffer.from(options.stdin ?? '')]),
    url: options.url,
    signal: new AbortController().signal,
  })

describe('SOURCE', () => {
  it('is an address where it says http', async () => {
    expect(await read('HTTPS://news.example/a')).toEqual({ kind: 'link', url: 'HTTPS://news.example/a' })
    expect(await read(' http://127.0.0.1/')).toEqual({ kind: 'link', url: ' http://127.0.0.1/' })
  })

  it('is a file relative to where the command was typed', async () => {
    const request = await read('story.txt', { url: 'https://news.example/story' })
    expect(request).toMatchObject({ kind: 'file', name: 'story.txt', url: 'https://news.example/story' })
    expect(await read('notes: monday.txt')).toMatchObject({ kind: 'file' })
  })

  it('is pasted text on standard input, and a file where its first bytes say so', async () => {
    expect(await read('-', { stdin: 'Grüße' })).toMatchObject({ kind: 'text', text: 'Grüße' })
    expect(await read('-', { stdin: '\n<!DOCTYPE html><p>x' })).toMatchObject({ name: 'standard-input.html' })
    const western = Buffer.from('Gr\xfc\xdfe', 'latin1')
    expect(await read('-', { stdin: western })).toMatchObject({ name: 'standard-input.txt', bytes: western })
    expect(await read('-', { stdin: '%PDF-1.7 …' })).toMatchObject({ name: 'standard-input.pdf' })
  })

  it.each([
    ['nothing.txt', 'file-unreadable', /There is no file “nothing\.txt”/],
    ['www.news.example/story', 'file-unreadable', /write https:\/\/ in front/],
    ['folder', 'file-unreadable', /is a folder/],
    ['empty.html', 'text-too-short', /nothing in it/],
    ['huge.txt', 'page-too-large', /20 MB/],
    ['ftp://news.example/a', 'link-refused', /Only http/],
    ['javascript:alert(1)', 'link-refused', /Only http/],
    ['file:///etc/hostname', 'link-refused', /Only http/],
  ])('%s is refused as %s', async (source, code, sentence) => {
    await expect(read(source)).rejects.toMatchObject({ code, message: expect.stringMatching(sentence) })
  })

  it('on standard input may be empty or too large too', async () => {
    await expect(read('-')).rejects.toMatchObject({ code: 'text-too-short' })
    const huge = Buffer.alloc(20 * 1024 * 1024 + 1, 'a')
    await expect(read('-', { stdin: huge })).rejects.toMatchObject({ code: 'page-too-large' })
  })

  it('takes no second address', async () => {
    const twice = read('https://news.example/a', { url: 'https://news.example/b' })
    await expect(twice).rejects.toMatchObject({ code: 'bad-request' })
    await expect(read('story.txt', { url: 'news.example' })).rejects.toMatchObject({ code: 'bad-request' })
  })

  it('stops waiting for standard input when it is cancelled', async () => {
    const stop = new AbortController()
    const stdin = new PassThrough()
    const waiting = readSource('-', { workingDirectory: folder, stdin, signal: stop.signal })
    stdin.write('half a story')
    stop.abort()
    await expect(waiting).rejects.toMatchObject({ code: 'cancelled' })
  })
})
