import { describe, expect, it } from 'vitest'
import { why } from './why.ts'

describe('a denial', () => {
  it.each([
    [
      'is kept',
      'The ministry confirmed the attack.',
      'The ministry did not confirm the attack.',
      'negation-unsupported',
    ],
    [
      'is not added',
      'The ministry did not confirm the attack.',
      'The ministry confirmed the attack on Monday.',
      'negation-unsupported',
    ],
    [
      'may be said in other words',
      'The two sides failed to agree.',
      'The two sides did not agree on a date.',
      'proven',
    ],
    [
      'may be meant without a "not"',
      'The two sides did not agree.',
      'The two sides parted without an agreement.',
      'proven',
    ],
    [
      'of another clause is left out',
      'The bridge closes in March.',
      'The bridge will close in March, but ferries will not run.',
      'proven',
    ],
    [
      'is none in "not until"',
      'The bridge reopens on Monday.',
      'The bridge will not reopen until Monday.',
      'proven',
    ],
    [
      'is a verb too',
      'The mayor admitted that crime rose.',
      'The mayor denied that crime rose last year.',
      'negation-unsupported',
    ],
    [
      'reaches over "no sign that"',
      'Someone tampered with the transformer.',
      'There is no sign that anyone tampered with the transformer.',
      'negation-unsupported',
    ],
    [
      'is no "no" in northern',
      'The northern road is open.',
      'The northern road has been open since Monday.',
      'proven',
    ],
    [
      'of the verb right behind is kept, whatever follows it',
      'The lawyer said her client intended to harm Olsen.',
      'The lawyer said her client did not intend to cause any harm to Olsen and made no plans.',
      'negation-unsupported',
    ],
    [
      'in "never" is kept',
      'The town settled on a slogan.',
      'The town never did settle on one, unlike its neighbours. | A slogan was wanted.',
      'negation-unsupported',
    ],
    [
      'by a verb is not added',
      'Webb denied the theft to the police.',
      'In an interview with the police, Webb confessed to the theft.',
      'negation-unsupported',
    ],
    [
      'is not added where something "remains" so',
      'The bank is not sceptical of a quick recovery.',
      'The bank remains sceptical of a quick recovery.',
      'negation-unsupported',
    ],
    [
      'of all is no "only one"',
      'No ferry is open to cars.',
      'Only one ferry is open to cars.',
      'negation-unsupported',
    ],
    [
      'is in "avoided"',
      'The mayor criticised the teachers.',
      'The mayor avoided criticising the teachers.',
      'negation-unsupported',
    ],
    [
      'is in "un-"',
      'The pun was an unintentional joke.',
      'The pun was an intentional joke, the board said.',
      'negation-unsupported',
    ],
    [
      'is in "un-", which may also be a "not"',
      'All fourteen are uncharged.',
      'None of the fourteen has been charged.',
      'proven',
    ],
    [
      'of one thing is none of the other',
      'Olsen was a smoker, and his workplace did not expose him to dust.',
      "Olsen wasn't a smoker, and his workplace didn't expose him to dust.",
      'negation-unsupported',
    ],
    [
      'is in "no longer"',
      'The firm is no longer eligible to bid.',
      'The firm remains eligible to bid.',
      'negation-unsupported',
    ],
    [
      'is in "ir-"',
      'Such damage is reversible.',
      'Such damage is permanent and irreversible. | It is not rare.',
      'negation-unsupported',
    ],
    [
      'may be what "for the first time" says',
      'The three have not toured together in 25 years.',
      'The three will tour together for the first time in 25 years.',
      'proven',
    ],
  ])('%s', (_rule, claim, proof, expected) => {
    expect(why(claim, proof)).toBe(expected)
  })

  it.each([
    ['de', 'Die Kammer hat den Antrag geprüft.', 'Die Kammer hat den Antrag nicht geprüft.'],
    ['fr', 'La ville a confirmé la vente du bâtiment.', "La ville n'a pas confirmé la vente du bâtiment."],
    ['es', 'La empresa descarta cerrar la planta.', 'La empresa no descarta cerrar la planta este año.'],
    ['ru', 'Подрядчика уже выбрали.', 'Подрядчика пока не выбрали, сообщили в мэрии.'],
    ['tr', 'Savcılık soruşturma başlattı.', 'Savcılık konuyla ilgili soruşturma başlatmadı.'],
    ['ja', '漁協はすでに計画に同意している。', '地元の漁協は計画にまだ同意していない。'],
  ])('is kept in %s', (language, claim, proof) => {
    expect(why(claim, proof, { language })).toBe('negation-unsupported')
  })
})
