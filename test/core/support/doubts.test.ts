import { describe, expect, it } from 'vitest'
import { why } from './why.ts'

describe('a doubt', () => {
  it.each([
    [
      'is kept',
      'The strike was called by the union.',
      'The Monday strike was reportedly called by the union.',
      'certainty-changed',
    ],
    [
      'may be said in other words',
      'The union is said to have called the strike.',
      'The Monday strike was reportedly called by the union.',
      'proven',
    ],
    [
      'about what may be is kept',
      'The drug reduces falls.',
      'The drug may reduce falls in older people.',
      'certainty-changed',
    ],
    [
      'of another clause is left out',
      'The bridge closed on Monday.',
      'The bridge closed on Monday, and the tunnel may close too.',
      'proven',
    ],
    [
      'about what is to come is kept',
      'Production has started at the plant.',
      'Production will start at the plant in November.',
      'certainty-changed',
    ],
    [
      'stands in a clause of its own',
      'The cabins run from Monday.',
      'As is expected, the cabins run from Monday.',
      'certainty-changed',
    ],
    [
      'is no "always" for "mostly"',
      'She always went caving alone.',
      'She went caving, mostly alone, with a lamp.',
      'certainty-changed',
    ],
    [
      'is none in "supposed to"',
      'The deal was meant to be a narrow one.',
      'The deal was supposed to be a narrow one.',
      'proven',
    ],
    [
      'in "some" is not mended by the sentence beside it',
      'All readers argued that the film looked cheap.',
      'Some readers argued that the film looked cheap. | It showed both adults and children.',
      'certainty-changed',
    ],
    [
      'in "whether" is kept where something is investigated',
      'The bank broke financial rules.',
      'The regulator is investigating whether the bank broke financial rules.',
      'certainty-changed',
    ],
    [
      'is none in "could only"',
      'He managed two stairs at a time.',
      'He could only manage two stairs at a time.',
      'proven',
    ],
    [
      'is in "potential"',
      'Mayer is the successor of the chief executive.',
      'Mayer is a potential successor of the chief executive.',
      'certainty-changed',
    ],
    [
      'is in "not always"',
      'Children in every camp could wash.',
      'Children in some camps could wash, not always with soap.',
      'certainty-changed',
    ],
    [
      'is in "accused … of"',
      'The firm stopped her from singing her songs.',
      'Holm accused the firm and its owners of stopping her from singing her songs.',
      'certainty-changed',
    ],
    [
      'is in "tends to"',
      'The tool is a bad fit for small shops.',
      'The tool tends to be a bad fit for small shops.',
      'certainty-changed',
    ],
    [
      'in "tends to" may be "generally"',
      'The tool is generally a bad fit for small shops.',
      'The tool tends to be a bad fit for small shops.',
      'proven',
    ],
  ])('%s', (_rule, claim, proof, expected) => {
    expect(why(claim, proof)).toBe(expected)
  })

  it.each([
    ['de', 'Der Verband hat Geld erhalten.', 'Der Verband habe von der Stadt Geld erhalten.'],
    ['fr', 'Elle a été approchée par un théâtre.', 'Elle aurait été approchée par un théâtre de la ville.'],
    ['es', 'La empresa cerrará la planta.', 'La empresa podría cerrar la planta este año.'],
    ['ru', 'Чиновники скрыли отчёт.', 'Чиновники якобы скрыли отчёт о трещинах.'],
    ['zh', '混凝土检测存在造假。', '混凝土检测可能存在造假问题。'],
    ['ja', '事業費は来年度の予算に盛り込まれる。', '事業費は来年度の予算に盛り込まれる見通しだ。'],
  ])('is kept in %s', (language, claim, proof) => {
    expect(why(claim, proof, { language })).toBe('certainty-changed')
  })
})
