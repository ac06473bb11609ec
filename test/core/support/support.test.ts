import { describe, expect, it } from 'vitest'
import { proveClaims } from '../../../src/core/prove.ts'
import { anArticle } from '../../support/an-article.ts'

/** Proves one claim of an article of these sentences; the quote is the first of them that holds `quote`. */
function why(
  text: string,
  sentences: string,
  {
    language = 'en',
    written = language,
    title = '',
  }: { language?: string; written?: string; title?: string } = {},
): string {
  const article = anArticle([sentences], { language, title })
  const [quote = ''] = sentences.split(' | ')
  const proof = proveClaims(
    anArticle([sentences.replaceAll(' | ', ' ')], { language, title }),
    [{ text, passage: 'P1', quote, speaker: null }],
    written,
  )
  return article.language === language ? (proof.dropped[0]?.why ?? 'proven') : 'another language'
}

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
    ['is a date', 'It closes on March 4.', 'The bridge will close on 3 March.', 'number-unsupported'],
    [
      'is no weekday of its own',
      'It closed on Tuesday.',
      'The bridge closed on 3 March.',
      'number-unsupported',
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

describe('a name of a claim', () => {
  it.each([
    [
      'stands in the proof',
      'Havgaard announced the closure.',
      'Ines Havgaard announced the closure on Monday.',
      'proven',
    ],
    [
      'is nobody else',
      'Peter Olsen announced the closure.',
      'Ines Havgaard announced the closure on Monday.',
      'name-unsupported',
    ],
    [
      'may be the people of a country',
      'Portuguese boats joined the search.',
      'Boats from Portugal joined the search.',
      'proven',
    ],
    [
      'may be an acronym',
      'The ISC rejected the appeal.',
      'The International Sea Court rejected the appeal.',
      'proven',
    ],
    [
      'begins a sentence like other words',
      'Police closed the road.',
      'Officers closed the road on Monday.',
      'proven',
    ],
    [
      'does not replace another in its place',
      'It goes to the Osthavn Hospital.',
      'The first one goes to the Brisa Hospital. | Osthavn is next.',
      'name-unsupported',
    ],
  ])('%s', (_rule, claim, proof, expected) => {
    expect(why(claim, proof)).toBe(expected)
  })

  it('may be whom a pronoun means, and the sentence that says so is shown', () => {
    const article = anArticle(
      [
        'Saltmere Foods withdrew a spread on Monday. It was sold in six states. The company expects no further recall.',
      ],
      { title: 'Saltmere Foods withdraws a spread' },
    )
    const quote = 'The company expects no further recall.'
    const [claim] = proveClaims(article, [
      { text: 'Saltmere expects no further recall.', passage: null, quote, speaker: null },
    ]).claims
    expect(claim?.quotes.map(({ text }) => text)).toEqual([
      quote,
      'Saltmere Foods withdrew a spread on Monday.',
    ])
  })

  it('is told from nouns in German', () => {
    const proof = 'Die Reederei Sundlinie schrieb im vergangenen Jahr einen Verlust.'
    expect(why('Die Firma Sundlinie machte ein Minus und schrieb Verlust.', proof, { language: 'de' })).toBe(
      'proven',
    )
    expect(why('Peter Krug schrieb im vergangenen Jahr einen Verlust.', proof, { language: 'de' })).toBe(
      'name-unsupported',
    )
  })
})

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

describe('a proof', () => {
  it('is never a question alone', () => {
    expect(why('Digital organs are a fraud.', 'Do you think digital organs are a fraud?')).toBe(
      'certainty-changed',
    )
  })

  it('is no correction, unless the claim tells of it', () => {
    const note = 'Correction: An earlier version of this article said that 4,700 homes were without power.'
    expect(why('4,700 homes were without power.', note)).toBe('certainty-changed')
    expect(why('An earlier version gave 4,700 homes without power.', note)).toBe('proven')
  })

  it('has something in common with its claim', () => {
    expect(why('Experts praise cheap holidays abroad.', 'The bridge will close for repairs in March.')).toBe(
      'quote-not-found',
    )
  })
})

describe('a claim in another language', () => {
  const proof = 'Die Reederei Sundlinie hat 2017 vier Schiffe im Wert von 3,4 Millionen Euro bestellt.'
  const inEnglish = (claim: string): string => why(claim, proof, { language: 'de', written: 'en' })

  it('keeps digits, dates and names of the same letters', () => {
    expect(inEnglish('The shipping company Sundlinie ordered ships worth 3.4 million euros.')).toBe('proven')
    expect(inEnglish('The shipping company Sundlinie ordered ships worth 4.3 million euros.')).toBe(
      'number-unsupported',
    )
    expect(inEnglish('In 2018 the company ordered new ships for its routes.')).toBe('number-unsupported')
  })

  it('denies and doubts where the quoted words do', () => {
    const denied = 'Die Kammer hat den Antrag der Stadt nicht geprüft.'
    expect(
      why('The chamber examined the request of the city.', denied, { language: 'de', written: 'en' }),
    ).toBe('negation-unsupported')
    expect(why('The chamber left the request unexamined.', denied, { language: 'de', written: 'en' })).toBe(
      'proven',
    )
  })
})
