import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { decodeAnswer, decodeClaims, decodeKeep } from '../../../src/app/model/decode-reply.ts'
import { readLooseJson } from '../../../src/app/model/loose-json.ts'

const claim = (n: number, more: object = {}): object => ({
  text: `Point ${n} of the harbour report`,
  passage: `P${n}`,
  quote: `the words of passage number ${n}`,
  speaker: null,
  ...more,
})
const REPLY = JSON.stringify({ claims: [claim(1), claim(2)] })
const textsOf = (reply: string): readonly string[] =>
  decodeClaims(reply)?.drafts.map(({ text }) => text) ?? []
const BOTH = ['Point 1 of the harbour report', 'Point 2 of the harbour report']

describe('claims are found', () => {
  it.each([
    ['in bare JSON', REPLY],
    ['in a code fence', `\`\`\`json\n${REPLY}\n\`\`\``],
    ['after a thought', `<think>I could say {"claims":[]} but no.</think>\n${REPLY}`],
    ['after a thought whose start the server ate', `It says {"claims":[]}.</think>${REPLY}`],
    ['before a thought that never ends', `${REPLY}<think>Was that right? {"claims":[]}`],
    ['inside a thought that never ends', `<think>So the answer is ${REPLY}`],
    ['between words', `Sure! Here {you} are [1]:\n${REPLY}\nHope it helps.`],
    ['with a trailing comma', `{"claims":[${JSON.stringify(claim(1))},${JSON.stringify(claim(2))},],}`],
    ['as a list without its object', JSON.stringify([claim(1), claim(2)])],
    [
      'beside keys that nobody asked for',
      JSON.stringify({ note: { a: [1] }, claims: [claim(1, { score: 0.9 }), claim(2)] }),
    ],
    [
      'with line breaks inside a string',
      REPLY.replaceAll('the harbour', 'the\\n harbour').replaceAll('\\n', '\n'),
    ],
  ])('%s', (_name, reply) => expect(textsOf(reply)).toEqual(BOTH))

  it('with quotation marks that were not escaped', () => {
    const reply =
      '{"claims":[{"text":"He called it "a good day" for all","passage":"P1","quote":"described as "professional" – lasting","speaker":null}]}'
    expect(decodeClaims(reply)?.drafts[0]).toMatchObject({
      text: 'He called it "a good day" for all',
      quote: 'described as "professional" – lasting',
    })
  })

  it('as far as they are whole in a reply that was cut anywhere', () => {
    for (let end = 0; end <= REPLY.length; end++) {
      const texts = textsOf(REPLY.slice(0, end))
      expect(BOTH.slice(0, texts.length)).toEqual(texts)
    }
    expect(textsOf(REPLY.slice(0, -3))).toEqual(BOTH.slice(0, 1))
    expect(textsOf(REPLY.slice(0, -2))).toEqual(BOTH)
  })

  it.each(['', 'I cannot do that.', '{}', '{"claim":[]}', '[1,2]', '{{{{', '[['.repeat(5000), 'null'])(
    'nowhere in %j',
    (reply) => expect(decodeClaims(reply)).toBeNull(),
  )
})

describe('a claim of the wrong form is dropped, and takes no other with it', () => {
  it.each([
    ['no object', 'just words'],
    ['no text', claim(1, { text: undefined })],
    ['an empty text', claim(1, { text: ' \u200b ' })],
    ['a text of another type', claim(1, { text: 7 })],
    ['no quote', claim(1, { quote: null })],
    ['a speaker of another type', claim(1, { speaker: { name: 'Ana' } })],
    ['a speaker of a paragraph', claim(1, { speaker: 'A'.repeat(200) })],
    ['a text of a paragraph', claim(1, { text: 'long '.repeat(100) })],
    ['an address', claim(1, { text: 'Read more at https://evil.example/x' })],
    ['a masked link', claim(1, { text: 'Read [more](evil.example)' })],
    ['a mention', claim(1, { text: 'Ask <@123456789012345678>' })],
    ['a mention of all', claim(1, { text: 'Hello @everyone' })],
    ['a mention behind an invisible character', claim(1, { text: 'Hello @\u200beveryone' })],
    ['an address as speaker', claim(1, { speaker: 'www.evil.example' })],
  ])('%s', (_name, wrong) => {
    const decoded = decodeClaims(JSON.stringify({ claims: [wrong, claim(2)] }))
    expect(decoded?.drafts.map(({ text }) => text)).toEqual(BOTH.slice(1))
    expect(decoded?.malformed.map(({ why }) => why)).toEqual(['malformed'])
  })

  it('but the forms of a passage id and of no speaker are all understood', () => {
    for (const passage of ['P3', 'p3', '[P3]', '3', 3]) {
      const reply = JSON.stringify({ claims: [claim(1, { passage, speaker: ' ' })] })
      expect(decodeClaims(reply)?.drafts[0]).toMatchObject({ passage: 'P3', speaker: null })
    }
    const reply = JSON.stringify({ claims: [claim(1, { passage: 'the third', quote: '[P3] the words' })] })
    expect(decodeClaims(reply)?.drafts[0]).toMatchObject({ passage: null, quote: 'the words' })
  })

  it('and invisible and control characters leave its text', () => {
    const reply = JSON.stringify({ claims: [claim(1, { text: 'A\u202eb\u200bc\u0007 d\n e' })] })
    expect(textsOf(reply)).toEqual(['Abc d e'])
  })
})

describe('answers and choices', () => {
  it.each([
    [{ status: 'answered', claims: [claim(1)], missing: [] }, 'answered'],
    [{ status: 'Partly answered', claims: [claim(1)], missing: ['when'] }, 'partly-answered'],
    [{ status: 'not_in_article', claims: [], missing: [] }, 'not-in-article'],
    [{ status: 'unanswerable' }, 'not-in-article'],
    [{ claims: [claim(1)] }, 'answered'],
    [{ claims: [] }, 'not-in-article'],
  ])('%j is %s', (reply, status) => expect(decodeAnswer(JSON.stringify(reply))?.status).toBe(status))

  it('what is missing is a list of words, or nothing', () => {
    expect(decodeAnswer('{"status":"answered","claims":[],"missing":["a",1,null]}')?.missing).toEqual(['a'])
    expect(decodeAnswer('{"status":"answered","claims":[],"missing":"a"}')?.missing).toEqual([])
  })

  it('numbers are kept in order, each once, and only whole ones above 0', () => {
    expect(decodeKeep('So: {"keep":[3,"1",3,0,-2,1.5,null,7')).toEqual([3, 1])
    expect(decodeKeep('{"keep":"all"}')).toEqual([])
  })
})

describe('loose JSON', () => {
  it('reads every valid JSON text as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue({ maxDepth: 4 })), (value) => {
        const text = JSON.stringify(value)
        expect(readLooseJson(text, 0)).toMatchObject({ whole: true, end: text.length })
        expect(JSON.stringify(readLooseJson(text, 0)?.value)).toBe(text)
      }),
    )
  })

  it('ends on any text at all, and before its end', () => {
    const marks = fc.string({ unit: fc.constantFrom(...'{}[]",:\\u12ab \n') })
    fc.assert(
      fc.property(marks, (text) => {
        expect(readLooseJson(text, 0)?.end ?? 0).toBeLessThanOrEqual(text.length)
      }),
    )
  })
})
