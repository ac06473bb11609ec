import { describe, expect, it } from 'vitest'
import { readByline } from '../../src/core/byline.ts'

const namesIn = (line: string): string[] => readByline(line).map(({ name }) => name)

describe('readByline', () => {
  it.each([
    ['By Jane Doe', ['Jane Doe']],
    ['By Jane Doe and John Roe', ['Jane Doe', 'John Roe']],
    ['By Jane Doe, John Roe & Mary O’Neil', ['Jane Doe', 'John Roe', 'Mary O’Neil']],
    ['BY JANE DOE', ['JANE DOE']],
    ['by J. K. Marsh | May 3, 2021', ['J. K. Marsh']],
    ['By Jane Doe, Science Editor', ['Jane Doe']],
    ['By Jane Doe May 3, 2021 at 4:00 p.m.', ['Jane Doe']],
    ['By Jane Doe for Harbour Weekly', ['Jane Doe']],
    ['Written by Ludwig van der Berg', ['Ludwig van der Berg']],
    ['Von Marta Lindgren und Jonas von der Heide', ['Marta Lindgren', 'Jonas von der Heide']],
    ['Par Claire Moreau et Luc d’Arcy', ['Claire Moreau', 'Luc d’Arcy']],
    ['Por María de la Cruz y Juan Gil', ['María de la Cruz', 'Juan Gil']],
    ['Di Anna Riva e Marco Sala', ['Anna Riva', 'Marco Sala']],
    ['Door Piet de Vries', ['Piet de Vries']],
    ['Author: Jane Doe', ['Jane Doe']],
    ['By April May and Jan Roth', ['April May', 'Jan Roth']],
  ])('%s', (line, names) => {
    expect(namesIn(line)).toEqual(names)
  })

  it.each([
    'By Staff',
    'By Admin',
    'By Staff Reporter',
    'By The Editorial Board',
    'By @janedoe',
    'by jane99',
    'Von der Redaktion',
    'By Reuters',
    'By the time they came, the ferry had left.',
    'By Monday the ferry had left.',
    'Von Oldenau nach Lund fährt eine Fähre.',
    'Di notte il porto è chiuso',
    'Por la noche cierra el puerto',
  ])('names nobody: %s', (line) => {
    expect(namesIn(line)).toEqual([])
  })
})
