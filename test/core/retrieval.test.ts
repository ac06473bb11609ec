import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../src/core/passage.ts'
import { type Ranking, rankSentences } from '../../src/core/retrieval.ts'
import { splitSentences } from '../../src/core/sentence.ts'

const BRIDGE = `The bridge over the Lund was closed on Tuesday after inspectors found cracks in two of its cables.

Mayor Ilse Brandt told reporters that the repair will cost 4.2 million crowns. She called the damage serious but not dangerous. About 9,000 people cross the bridge every day.

Ferries will carry commuters between Oldhaven and the eastern bank until the work is done. Engineers expect it to last eleven weeks. Were the cables ever tested?

The bridge was built in 1931 by the engineer Tomas Rehn, who is buried in Oldhaven.`

const GERMAN = `Die Brücke über die Lund ist seit Dienstag gesperrt, weil Prüfer Risse in zwei Seilen fanden.

Bürgermeisterin Ilse Brandt sagte, die Reparatur koste 4,2 Millionen Kronen. Täglich fahren rund 9000 Menschen über die Brücke.

Fähren bringen die Pendler bis zum Ende der Arbeiten ans Ostufer. Die Ingenieure rechnen mit elf Wochen.`

const RUSSIAN = `Мост через реку Лунд закрыли во вторник, потому что инспекторы нашли трещины в двух тросах.

Мэр Ильза Брандт заявила, что ремонт обойдётся в 4,2 миллиона крон. Каждый день по мосту проходят девять тысяч человек.

Паромы будут перевозить жителей до конца работ. Инженеры ожидают, что они продлятся одиннадцать недель.`

const CHINESE = `由于检查人员在两根缆绳上发现裂缝，伦德河大桥星期二关闭。

市长勃兰特表示，维修费用为四百二十万克朗。每天约有九千人经过这座大桥。

渡轮将运送乘客，直到工程结束。工程师预计工程需要十一个星期。`

const ask = (text: string, question: string, earlier = ''): Ranking =>
  rankSentences(text, splitPassages(text), question, earlier)
const best = (text: string, question: string): string => textOf(text, ask(text, question), 0)
const textOf = (text: string, ranking: Ranking, at: number): string =>
  text.slice(ranking.sentences[at]?.start, ranking.sentences[at]?.end)

describe('ranking sentences by a question', () => {
  it.each([
    ['Why was the bridge closed?', 'found cracks'],
    ['How much will the repairs cost?', '4.2 million'],
    ['Who constructed the bridge, and who built it?', 'Tomas Rehn'],
    ['How many people cross the bridge each day?', '9,000'],
    ['How long do the engineers expect it to last?', 'eleven weeks'],
    ['When was the bridge built?', '1931'],
    ['What carries commuters to the eastern bank?', 'Ferries'],
  ])('puts the sentence that answers first: %s', (question, words) => {
    expect(ask(BRIDGE, question).answerable).toBe(true)
    expect(best(BRIDGE, question)).toContain(words)
  })

  it.each([
    [GERMAN, 'Wie viel kostet die Reparatur der Brücke?', '4,2 Millionen'],
    [GERMAN, 'Womit rechnet der Ingenieur?', 'elf Wochen'],
    [RUSSIAN, 'Что нашли инспекторы в тросах моста?', 'трещины'],
    [RUSSIAN, 'Сколько стоит ремонт, по словам мэра Брандта?', 'крон'],
    [CHINESE, '维修费用是多少？', '四百二十万'],
    [CHINESE, '工程师预计工程需要多长时间？', '十一个星期'],
  ])('does so in other languages too: %#', (text, question, words) => {
    expect(best(text, question)).toContain(words)
  })

  it('finds a word in another form, without its accents, or misspelt', () => {
    expect(best(BRIDGE, 'Who was the inspector?')).toContain('inspectors')
    expect(best(GERMAN, 'Wo ist die Brucke gesperrt?')).toContain('gesperrt')
    expect(best(BRIDGE, 'Which comuters are carried?')).toContain('commuters')
    expect(best(BRIDGE, 'What did the mayor tell?')).toContain('told reporters')
  })

  it('prefers a number where a number is asked for', () => {
    const text =
      'The repair of the roof was a cost to all.\n\nThe repair of the roof meant a cost of 80 crowns.'
    expect(best(text, 'How much did the repair of the roof cost?')).toContain('80')
    expect(best(text.split('\n\n').toReversed().join('\n\n'), 'How much did the repair cost?')).toContain(
      '80',
    )
  })

  it.each([
    ['Brandt', 'serious'],
    ['Aker', 'small'],
  ])('understands a sentence that points back by the one before it: %s', (name, words) => {
    const text = `Ilse Brandt spoke to reporters on Monday. She called the damage to the cables serious.

Nils Aker spoke to reporters on Friday. He called the damage to the cables small.`
    expect(best(text, `What did ${name} call the damage to the cables?`)).toContain(words)
  })

  it('finds the parts of a compound and a word with other endings', () => {
    const text = `Der Hafenmeister schloss die Schleuse am Montag.

Die Stadt bezahlte die Rechnung am Freitag.

Das Museum zeigt Bilder aus der Stadt.`
    expect(best(text, 'Wann schlossen sie den Hafen?')).toContain('Hafenmeister')
  })

  it.each([
    ['Wie viele Menschen sahen das Feuer?', 'Die Menschen sahen das Feuer.', '300 Menschen sahen das Feuer.'],
    ['Сколько человек видели пожар?', 'Люди видели пожар.', 'Пожар видели 300 человек.'],
    ['¿Cuándo vio Ana el fuego?', 'Ana vio el fuego.', 'Ana vio el fuego en 1931.'],
    ['Yangını kaç kişi gördü?', 'Yangını kişiler gördü.', 'Yangını 300 kişi gördü.'],
  ])('knows in other languages that a number or a year is asked for: %s', (question, without, holding) => {
    expect(best(`${without}\n\n${holding}`, question)).toBe(holding)
    expect(best(`${holding}\n\n${without}`, question)).toBe(holding)
  })

  it('ranks neither a heading nor a question above the sentence that tells', () => {
    const text =
      'Were the old cables tested?\n\nOld cables tested\n\nThe old cables were tested last spring by divers.'
    expect(best(text, 'Were the old cables tested?')).toContain('divers')
  })

  it.each([
    'What is the boiling point of mercury?',
    'How do I prune an apple tree?',
    'Which singer won the festival?',
    'Who wrote the opera about the lighthouse keeper?',
  ])('refuses a question on another subject: %s', (question) => {
    const { answerable, score } = ask(BRIDGE, question)
    expect(answerable).toBe(false)
    expect(score).toBeLessThan(0.5)
  })

  it('refuses what nothing stands about, in any language', () => {
    expect(ask(GERMAN, 'Welcher Verein gewann die Meisterschaft?').answerable).toBe(false)
    expect(ask(RUSSIAN, 'Какая команда выиграла чемпионат?').answerable).toBe(false)
    expect(ask(CHINESE, '哪支球队赢得了冠军？').answerable).toBe(false)
  })

  it('names the words of the question that stand nowhere in the text', () => {
    expect(ask(BRIDGE, 'Was the Bridge in the Prize of Norway?').unmatched).toEqual(['Prize', 'Norway'])
  })

  it('takes the words of an earlier question into account, for less', () => {
    const followUp = ask(BRIDGE, 'and for how long?', 'How long do the engineers expect the work to last?')
    expect(textOf(BRIDGE, followUp, 0)).toContain('eleven weeks')
    const own = ask(BRIDGE, 'Who is buried in Oldhaven?', 'How much will the repair cost?')
    expect(textOf(BRIDGE, own, 0)).toContain('Tomas Rehn')
  })
})

describe('what a ranking holds', () => {
  it('holds every sentence once, best first, also when nothing matches', () => {
    for (const question of ['When was the bridge built?', 'Does xylophone quartz melt?']) {
      const { sentences, score } = ask(BRIDGE, question)
      const expected = splitPassages(BRIDGE).flatMap(({ start, end }) => splitSentences(BRIDGE, start, end))
      const starts = sentences.map(({ start }) => start).sort((left, right) => left - right)
      expect(starts).toEqual(expected.map(({ start }) => start))
      const scores = sentences.map((sentence) => sentence.score)
      expect(scores).toEqual(scores.toSorted((left, right) => right - left))
      expect(scores[0]).toBe(score)
    }
  })

  it('gives the same for the same, whatever was asked of another text between', () => {
    const first = ask(BRIDGE, 'Who built it?')
    expect(ask(BRIDGE, 'Who built it?')).toEqual(first)
    ask(GERMAN, 'Wer sagte das?')
    expect(ask(BRIDGE, 'Who built it?')).toEqual(first)
    const half = [{ start: 0, end: BRIDGE.indexOf('\n\n') }]
    expect(rankSentences(BRIDGE, half, 'Who built it?').sentences).toHaveLength(1)
  })

  it('is empty for an empty text and refuses a question without words', () => {
    expect(ask('', 'Who?')).toMatchObject({ answerable: false, score: 0, sentences: [] })
    expect(ask(BRIDGE, '')).toMatchObject({ answerable: false, score: 0 })
    expect(ask(BRIDGE, '?!')).toMatchObject({ answerable: false, score: 0 })
  })

  it('answers from a text of one sentence', () => {
    const text = 'The ferry to Oldhaven leaves at noon.'
    expect(ask(text, 'When does the ferry to Oldhaven leave?').answerable).toBe(true)
    expect(ask(text, 'What does the museum charge for children?').answerable).toBe(false)
  })

  it('keeps offsets right beside emoji and characters outside the basic plane', () => {
    const text = '😀🏴‍☠️ The pirates of Oldhaven sang 𝔬𝔩𝔡 songs. 😀 The 𠮷野 ferry sank in May 😢.'
    const ranking = ask(text, 'When did the ferry sink?')
    expect(textOf(text, ranking, 0)).toContain('ferry sank in May')
  })

  it('holds scores between 0 and 1 and spans inside the text, whatever the text', () => {
    const piece = fc.oneof(
      fc.string({ unit: 'binary' }),
      fc.constantFrom('. ', '\n\n', 'bridge ', '大桥', '😀', '\ud83d'),
    )
    fc.assert(
      fc.property(
        fc.array(piece).map((pieces) => pieces.join('')),
        fc.string({ unit: 'binary' }),
        (text, question) => {
          const { score, sentences } = ask(text, `${question} bridge`)
          expect(score).toBeGreaterThanOrEqual(0)
          expect(score).toBeLessThanOrEqual(1)
          for (const sentence of sentences) {
            expect(sentence.end).toBeGreaterThan(sentence.start)
            expect(sentence.end).toBeLessThanOrEqual(text.length)
            expect(sentence.score).toBeLessThanOrEqual(score)
            expect(sentence.score).toBeGreaterThanOrEqual(0)
          }
        },
      ),
      { numRuns: 100 },
    )
  })

  it.each([
    ['one letter', 'a'.repeat(1_000_000)],
    ['Chinese characters', '大桥关闭维修费用'.repeat(125_000)],
    ['digits and commas', '1,'.repeat(500_000)],
    ['marks without a letter', '\u0301'.repeat(1_000_000)],
  ])(
    'comes to an end on a million characters without a space: %s',
    (_, text) => {
      expect(ask(text, 'When was the bridge 大桥 built?').sentences.length).toBeLessThan(10)
    },
    30_000,
  )
})
