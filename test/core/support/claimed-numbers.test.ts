import { describe, expect, it } from 'vitest'
import { why } from './why.ts'

describe('a number of a claim', () => {
  it.each([
    [
      'stands in the proof',
      'The bridge closes for 14 months.',
      'The bridge will close for fourteen months.',
      'proven',
    ],
    [
      'is no other number',
      'The bridge closes for 15 months.',
      'The bridge will close for fourteen months.',
      'number-unsupported',
    ],
    [
      'counts the same thing',
      'The bridge closes for 14 years.',
      'The bridge will close for fourteen months.',
      'number-unsupported',
    ],
    [
      'is no million for a billion',
      'It costs 3 billion.',
      'It will cost about 3 million crowns.',
      'number-unsupported',
    ],
    [
      'may be half where the proof says 50 %',
      'Half of the homes have power.',
      'Power is back in 50 percent of the homes.',
      'proven',
    ],
    [
      'is as exact as there',
      'The crack is 40 centimetres long.',
      'The crack is up to 40 centimetres long.',
      'certainty-changed',
    ],
    [
      'may be less exact',
      'The crack is about 40 centimetres long.',
      'The crack is 40 centimetres long.',
      'proven',
    ],
    [
      'is not one end of a range',
      'Repairs take seven days.',
      'Repairs take between five and seven days.',
      'certainty-changed',
    ],
    [
      'may be both ends of a range',
      'Repairs take 5 to 7 days.',
      'Repairs take between five and seven days.',
      'proven',
    ],
    [
      'may be rounded by a word that says so',
      'Nearly 12,000 cars use it.',
      'In all, 11,950 cars use it.',
      'proven',
    ],
    [
      'may be a share written in words',
      '40 % of the pupils swim well.',
      'Four in ten pupils swim well.',
      'proven',
    ],
    [
      'may be a time in another form',
      'The ferry leaves at 8:40.',
      'The ferry leaves at twenty to nine.',
      'proven',
    ],
    ['is no other time', 'The ferry leaves at 8:45.', 'The ferry leaves at 8.40.', 'number-unsupported'],
    ['is a date', 'It closes on March 4.', 'The bridge will close on 3 March.', 'number-unsupported'],
    [
      'is no weekday of its own',
      'It closed on Tuesday.',
      'The bridge closed on 3 March.',
      'number-unsupported',
    ],
    [
      'is the same in the same unit only',
      'The jury needed more than 10 hours.',
      'The jury needed less than 10 minutes.',
      'number-unsupported',
    ],
    [
      'may be passed in another word',
      'The shop wants to surpass 100 games by May.',
      'The shop wants to get to over 100 games by May.',
      'proven',
    ],
    [
      'is as exact behind "the"',
      'That was 3.8 percent, above the 3 percent of the whole country.',
      'That was 3.8 percent, compared to the national average of 3 percent.',
      'proven',
    ],
    [
      'is as exact after "over the past"',
      'Schools closed in two years of protest.',
      'Schools closed in a protest over the past two years.',
      'proven',
    ],
    [
      'may be a word for so many people',
      'The four play together again.',
      'The foursome will play together again.',
      'proven',
    ],
    [
      'may count a list of names',
      'Four of them will meet again.',
      'Tom Hale, Ida Brand, Pia Lund and Kai Berg will meet again.',
      'proven',
    ],
    [
      'counts no other list',
      'Five of them will meet again.',
      'Tom Hale, Ida Brand, Pia Lund and Kai Berg will meet again.',
      'number-unsupported',
    ],
    [
      'may be a maximum in other words',
      'The rules allow a maximum of 72 hours.',
      'The rules recommend no longer than 72 hours.',
      'proven',
    ],
    [
      'may have its money before or behind it',
      'A visit costs 300 rupees.',
      'A visit costs Rs 300.',
      'proven',
    ],
  ])('%s', (_rule, claim, proof, expected) => {
    expect(why(claim, proof)).toBe(expected)
  })

  it('may stand one sentence before or behind', () => {
    expect(
      why(
        'The repair of the bridge costs 62 million.',
        'The bridge needs a repair. | It will cost 62 million.',
      ),
    ).toBe('proven')
  })

  it('is not taken from there where the sentence has its own', () => {
    expect(
      why('Revenue grew by 22 per cent.', 'Revenue grew by 9 per cent. | Profit grew by 22 per cent.'),
    ).toBe('number-unsupported')
  })

  it.each([
    ['de', 'Rund 25 Prozent pendeln zur Arbeit.', 'Etwa jeder Vierte pendelt täglich zur Arbeit.'],
    ['fr', 'Le chantier durera 18 mois.', 'Le chantier du pont durera un an et demi, soit 18 mois.'],
    ['ru', 'Ремонт стоит 480–520 млн рублей.', 'Ремонт моста стоит от 480 до 520 миллионов рублей.'],
    ['tr', 'Kentte 12 bin 500 kişi yaşıyor.', 'Bugün kentte 12.500 kişi yaşıyor.'],
    ['ja', '小学生の運賃は大人の50％とする。', '市は新しい船の小学生の運賃を大人の半額とする。'],
  ])('may be written in another way in %s', (language, claim, proof) => {
    expect(why(claim, proof, { language })).toBe('proven')
  })
})
