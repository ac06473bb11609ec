import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { fencePassages } from '../../../src/app/model/fence-passages.ts'
import { anArticle } from '../../support/an-article.ts'

/** As the templates of the model families write them; a list of its own, not the code's. */
const TOKENS = `
<|im_start|> <|im_end|> <|endoftext|> <|system|> <|user|> <|assistant|> <|end|> <|begin_of_text|>
<|start_header_id|> <|end_header_id|> <|eot_id|> <|eom_id|> <|python_tag|> <|channel|> <|message|>
<|return|> <|START_OF_TURN_TOKEN|> <|USER_TOKEN|> <|start_of_role|> <｜begin▁of▁sentence｜> <｜User｜>
<｜Assistant｜> <｜tool▁calls▁begin｜> <|tool_call|> <s> </s> [INST] [/INST] <<SYS>> <</SYS>>
[SYSTEM_PROMPT] [/SYSTEM_PROMPT] [AVAILABLE_TOOLS] [TOOL_CALLS] [TOOL_RESULTS] [gMASK] <sop> <bos>
<eos> <pad> <unk> <start_of_turn> <end_of_turn> <start_of_image> <think> </think> <seed:think>
<tool_call> </tool_response> <tools> <function_calls> <extra_id_0> <reserved_106> <unused99> <0x0A>
<system> </system> <user> <assistant> <human> <bot>`
  .trim()
  .split(/\s+/u)
  .concat('### Instruction:', '### Response:')
const MARKS = [
  '[P1]',
  '[P 7]',
  '[p99]',
  '【P3】',
  '［P４］',
  '〔P5〕',
  '［Ｐ６］',
  '⟦P7⟧',
  '[\u200bP6]',
  '[P\u00ad8]',
  '[[P2]]',
  '[P[P1]2]',
]
const PIECES = [
  '<',
  '>',
  '/',
  '|',
  '｜',
  '[',
  ']',
  '【',
  '】',
  '＜',
  'P',
  '1',
  's',
  '#',
  '\u200b',
  '\u{e0041}',
  '\u202e',
  '\n',
  ' ',
]
const WORDS = [
  'ferry',
  'ends',
  'Brücke',
  '橋',
  'мост',
  'article',
  'INST',
  'system',
  '</article',
  '<ARTICLE-',
  'im_start',
]

const hostile = fc
  .array(
    fc.oneof(fc.constantFrom(...TOKENS), fc.constantFrom(...MARKS), fc.constantFrom(...PIECES, ...WORDS)),
    {
      minLength: 1,
      maxLength: 40,
    },
  )
  .map((pieces) => pieces.join(''))

const squeezed = (text: string): string => text.replace(/\s/gu, '').toLowerCase()
const wordsIn = (text: string): string[] => text.match(/[\p{L}\p{N}_]+/gu) ?? []

describe('what stands inside the fence, whatever the page holds,', () => {
  it('has no fence of ours, no passage mark but our own, and no token of a chat template', () => {
    fc.assert(
      fc.property(fc.array(hostile, { minLength: 1, maxLength: 4 }), (texts) => {
        const article = anArticle(texts)
        const lines = fencePassages(article).split('\n')
        expect(lines).toHaveLength(article.passages.length + 2)
        for (const [index, line] of lines.slice(1, -1).entries()) {
          const mark = `[P${index + 1}] `
          expect(line.startsWith(mark)).toBe(true)
          const inside = squeezed(line.slice(mark.length))
          expect(inside).not.toMatch(/<\/?article/u)
          expect(inside.normalize('NFKC')).not.toMatch(/[[【〔⟦]p\d+[\]】〕⟧]/u)
          for (const token of TOKENS) expect(inside.includes(squeezed(token)) ? token : null).toBeNull()
        }
      }),
      { numRuns: 3000, seed: 7 },
    )
  })

  it('keeps every word of the page in its order', () => {
    fc.assert(
      fc.property(hostile, (text) => {
        const article = anArticle([text])
        const inside = fencePassages(article)
          .split('\n')
          .slice(1, -1)
          .join(' ')
          .replace(/^\[P1\] /u, '')
        expect(wordsIn(inside)).toEqual(wordsIn(article.text))
      }),
      { numRuns: 2000, seed: 7 },
    )
  })
})
