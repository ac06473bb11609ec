import { describe, expect, it } from 'vitest'
import { readCorrection } from '../../src/core/correction.ts'

describe('a correction', () => {
  it.each([
    'Correction: The lake is 4 km long, not 40.',
    'CORRECTION (May 5, 2025): The lake is 4 km long.',
    'Correction, May 5, 2025: The lake is 4 km long.',
    'Clarification: The dam belongs to the state.',
    'An earlier version of this article gave the wrong length of the lake.',
    'This article was amended on 5 May 2025 to say that the dam belongs to the state.',
    'This story has been corrected.',
    'Korrektur: Der See ist 4 km lang.',
    'In einer früheren Version dieses Artikels hieß es, der See sei 40 km lang.',
    'Rectificatif : le lac mesure 4 km.',
    'Une version précédente de cet article donnait une longueur fausse.',
    'Fe de erratas: el lago mide 4 km.',
    'Una versión anterior de este artículo decía 40 km.',
    'Errata corrige: il lago è lungo 4 km.',
    'Erramos: o lago mede 4 km.',
    'Rättelse: Sjön är 4 km lång.',
    'Исправление: длина озера 4 км.',
    '訂正：湖の長さは4キロです。',
  ])('is told by its own words: %s', (line) =>
    expect(readCorrection(line)).toEqual({
      code: 'corrected',
      message: `It carries a correction: “${line}”`,
      evidence: [line],
    }),
  )

  it.each([
    'Corrections officers said that the prison was full.',
    'Market correction was what traders called it.',
    ' was what traders called it.',
    'The minister corrected the figure on Friday.',
    'The earlier version of the dam had leaked for years.',
    'Correction-minded investors sold their shares.',
    'The article was published in May.',
  ])('is not every line that holds the word: %s', (line) => expect(readCorrection(line)).toBeNull())
})
