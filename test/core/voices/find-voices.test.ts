import { describe, expect, it } from 'vitest'
import { splitPassages } from '../../../src/core/passage.ts'
import { findVoices } from '../../../src/core/voices/find-voices.ts'
import { scoreVoices } from '../../support/labelled-voices.ts'

/** Each attribution as "speaker: words", in reading order; reported words stand in brackets. */
function said(text: string, language = 'en'): string[] {
  return findVoices(text, splitPassages(text), language).map(({ quote, speaker, direct }) => {
    const words = text.slice(quote.start, quote.end)
    const via = speaker === null || speaker.via.length === 0 ? '' : ` via ${speaker.via.join(', ')}`
    return `${speaker?.name ?? '-'}${via}: ${direct ? words : `(${words})`}`
  })
}
const speakersOf = (text: string): (string | null)[] =>
  findVoices(text, splitPassages(text), 'en').map(({ speaker }) => speaker?.name ?? null)
const kindsOf = (text: string): (string | undefined)[] =>
  findVoices(text, splitPassages(text), 'en').map(({ speaker }) => speaker?.kind)

describe('a quotation belongs to', () => {
  it.each([
    ['the subject of the verb before it', 'Ana Ruiz said, “The pier is closed.”', 'Ana Ruiz'],
    ['the subject of the verb behind it', '“The pier is closed,” Ana Ruiz said.', 'Ana Ruiz'],
    ['a subject behind its verb', '“The pier is closed,” said Ana Ruiz, the mayor.', 'Ana Ruiz'],
    [
      'the one whom an apposition describes',
      'Ana Ruiz, the mayor, said “it is closed for good.”',
      'Ana Ruiz',
    ],
    [
      'the one who is named in an apposition',
      'The mayor, Ana Ruiz, said “it is closed for good.”',
      'Ana Ruiz',
    ],
    ['a name without its title', 'Port spokesman John Dray called it “a shame for the town.”', 'John Dray'],
    ['the one before a colon', 'Mayor Ana Ruiz was angry: “Nobody asked us about this.”', 'Ana Ruiz'],
    [
      'the subject of the clause that goes on',
      'Ana Ruiz stood up and called it “a shame for us all.”',
      'Ana Ruiz',
    ],
    [
      'the subject beside a participle',
      'Ana Ruiz left early, calling the vote “a shame for us all.”',
      'Ana Ruiz',
    ],
    ['the one according to whom it is so', 'According to Ana Ruiz, it is “a shame for us all.”', 'Ana Ruiz'],
    ['the agent of a passive', 'The plan was described by Ana Ruiz as “a shame for us all.”', 'Ana Ruiz'],
    ['whoever made the remark', 'Ana Ruiz’s remark that it was “a shame for us all” was heard.', 'Ana Ruiz'],
    ['whoever asks', '“Why?” Ana Ruiz asked.', 'Ana Ruiz'],
    [
      'a description',
      'Two people familiar with the matter said it was “over and done.”',
      'two people familiar with the matter',
    ],
    ['a document', 'The 12-page lawsuit says the board “hid the cracks.”', 'the 12-page lawsuit'],
  ])('%s', (_rule, text, speaker) => {
    expect(speakersOf(text)[0]).toBe(speaker)
  })

  it('one speaker in all its parts', () => {
    expect(said('“It is closed,” Ana Ruiz said, “and it stays closed.” She added: “Ask the board.”')).toEqual(
      ['Ana Ruiz: It is closed,', 'Ana Ruiz: and it stays closed.', 'Ana Ruiz: Ask the board.'],
    )
  })

  it('the speaker of its paragraph where it stands alone', () => {
    const text = '“It is closed,” Ana Ruiz said. “We had no choice.”\n\nThe ferry waited.'
    expect(speakersOf(text)).toEqual(['Ana Ruiz', 'Ana Ruiz'])
  })

  it('one speaker over several paragraphs, each opened by a mark', () => {
    const text =
      'Ana Ruiz said: “It is closed.\n\n“We had no choice.\n\n“Nobody did.”\n\n“Nonsense,” said Carl Noonan.'
    expect(speakersOf(text)).toEqual(['Ana Ruiz', 'Ana Ruiz', 'Ana Ruiz', 'Carl Noonan'])
  })

  it('no mountain that stands before “he said”', () => {
    expect(
      said(
        'It has been dry, said John Dray, a meteorologist.\n\nThe northern Sierra Nevada has seen no rain in two months, he said.',
      ),
    ).toEqual([
      'John Dray: (It has been dry)',
      'John Dray: (The northern Sierra Nevada has seen no rain in two months)',
    ])
  })

  it('the one whom a pronoun or a last name means', () => {
    const text =
      'John Dray met Ana Ruiz on Monday.\n\n“It is closed,” she said.\n\n“It is not,” he replied.\n\n“We shall see,” Ruiz said.'
    expect(speakersOf(text)).toEqual(['Ana Ruiz', 'John Dray', 'Ana Ruiz'])
  })

  it('the one whom the text has called by that office', () => {
    const text = 'Mayor Ana Ruiz met the crew.\n\n“It is closed,” the mayor said.'
    expect(speakersOf(text)).toEqual(['Ana Ruiz'])
  })

  it('nobody where the text does not say whose it is', () => {
    expect(said('The call was short and was described as “professional and frank” on Friday.')).toEqual([
      '-: professional and frank',
    ])
  })

  it('its speaker by way of those who handed it on', () => {
    const text = 'Ana Ruiz told the crew it was “a shame for us all,” according to two aides.'
    expect(said(text)).toEqual(['Ana Ruiz via two aides: a shame for us all,'])
  })
})

describe('words in marks that nobody says', () => {
  it.each([
    ['scare quotes', 'The “smart” harbour has a “green” roof.'],
    ['the title of a work', 'She spoke on “Face the Harbour” and read from her book, “The Long Pier.”'],
    ['a word that is only named', 'The so-called “ghost ferry” sails at noon.'],
  ])('%s', (_rule, text) => {
    expect(speakersOf(text)).toEqual([])
  })
})

describe('marks of every style', () => {
  it.each([
    ['straight ones', '"It is closed," Ana Ruiz said.'],
    ['single ones', '‘It is closed,’ Ana Ruiz said.'],
    ['straight single ones', "'It is closed for good,' Ana Ruiz said."],
    ['German ones', '„It is closed,“ Ana Ruiz said.'],
    ['guillemets', '« It is closed », Ana Ruiz said.'],
    ['guillemets turned round', '»It is closed«, Ana Ruiz said.'],
    ['Swedish ones', '”It is closed,” Ana Ruiz said.'],
    ['words and marks set apart', '" It is closed , " Ana Ruiz said .'],
    ['two backticks', "``It is closed,'' Ana Ruiz said."],
    ['corner brackets', '「It is closed」, Ana Ruiz said.'],
  ])('are read: %s', (_style, text) => {
    expect(speakersOf(text)).toEqual(['Ana Ruiz'])
    expect(said(text)[0]).toContain('It is closed')
    expect(said(text)[0]).not.toMatch(/["“”„«»‘「」`]/u)
  })

  it('that are never closed take no more than their paragraph', () => {
    expect(said('Ana Ruiz said: "It is closed.\n\nThe ferry waited at the pier.')).toEqual([
      'Ana Ruiz: It is closed.',
    ])
  })

  it('that stand for inches or are apostrophes open nothing', () => {
    expect(said('The 6\'2" keeper ate the crew’s pears and the boys’ bread in the ’90s.')).toEqual([])
  })
})

describe('reported speech', () => {
  it.each([
    [
      'behind “that”',
      'Ana Ruiz said that the ferry would stop on Monday.',
      'Ana Ruiz: (the ferry would stop on Monday)',
    ],
    ['without “that”', 'Ana Ruiz said the ferry would stop.', 'Ana Ruiz: (the ferry would stop)'],
    [
      'before its verb',
      'The ferry would stop on Monday, Ana Ruiz said.',
      'Ana Ruiz: (The ferry would stop on Monday)',
    ],
    [
      'of a source',
      'The ferry stops on Monday, according to a county report.',
      'a county report: (The ferry stops on Monday)',
    ],
    [
      'behind a hearer',
      'Ana Ruiz told Harbour News the ferry would stop.',
      'Ana Ruiz: (the ferry would stop)',
    ],
  ])('%s', (_rule, text, expected) => {
    expect(said(text)).toEqual([expected])
  })

  it('is not told once more where it is quoted', () => {
    expect(said('Ana Ruiz said she saw it as “a shame for us all” and would leave.')).toEqual([
      'Ana Ruiz: a shame for us all',
    ])
  })

  it('is not what is announced without a clause', () => {
    expect(said('Ana Ruiz announced the closure of the pier at a meeting on Tuesday.')).toEqual([])
  })
})

describe('reported speech of other languages', () => {
  it.each([
    [
      'de',
      'Jan Köhler sagte, dass die Brücke bis zum Herbst geschlossen bleibt.',
      'Jan Köhler: (die Brücke bis zum Herbst geschlossen bleibt)',
    ],
    [
      'de',
      'Laut Jan Köhler bleibt die Brücke bis zum Herbst geschlossen.',
      'Jan Köhler: (bleibt die Brücke bis zum Herbst geschlossen)',
    ],
    [
      'fr',
      'Selon Jean Colin, le pont restera fermé jusqu’à l’automne.',
      'Jean Colin: (le pont restera fermé jusqu’à l’automne)',
    ],
    [
      'es',
      'Según Juan Colín, el puente seguirá cerrado hasta el otoño.',
      'Juan Colín: (el puente seguirá cerrado hasta el otoño)',
    ],
    ['ru', 'Иван Колесов сообщил, что мост закроют до осени.', 'Иван Колесов: (мост закроют до осени)'],
    ['zh', '何英局长表示，大桥将关闭十四个月。', '何英局长: (大桥将关闭十四个月)'],
    ['ar', 'وقال كريم قاسم إن الجسر سيغلق حتى الخريف.', 'كريم قاسم: (الجسر سيغلق حتى الخريف)'],
  ])('%s: %s', (language, text, expected) => {
    expect(said(text, language)).toEqual([expected])
  })
})

describe('the writer', () => {
  it.each([
    ['en', 'I think the ferry should have been replaced years ago.'],
    ['en', 'In my view, the board has failed the island.'],
    ['en', 'It’s likely that the board has little to say about it.'],
    ['de', 'Meiner Meinung nach hätte die Fähre längst ersetzt werden müssen.'],
    ['fr', 'À mon avis, le pont aurait dû être remplacé.'],
    ['ru', 'Я считаю, что паром давно пора заменить.'],
    ['zh', '我认为这座桥早就应该更换。'],
  ])('speaks in %s: %s', (language, text) => {
    const [voice] = findVoices(text, splitPassages(text), language)
    expect(voice).toMatchObject({ speaker: { kind: 'writer' }, direct: false })
  })

  it.each([
    ['a quotation', '“I think it is closed,” Ana Ruiz said.', ['Ana Ruiz']],
    ['a report', 'The ferry will stop on Monday and the pier will be closed.', []],
    [
      'an answer of an interview',
      'We met Ana Ruiz.\n\nQ: Why?\n\nA: I think it is old.\n\nQ: And now?\n\nA: We wait.',
      ['Ana Ruiz', 'Ana Ruiz'],
    ],
  ])('does not speak in %s', (_where, text, speakers) => {
    expect(speakersOf(text)).toEqual(speakers)
  })
})

describe('interviews and transcripts', () => {
  it('give each answer to the one who is interviewed', () => {
    const text =
      'Governor Ana Ruiz spoke with us.\n\nQ: How bad is it?\n\nA: It is bad.\n\nQ: Will you run?\n\nA: Ask me when it rains.'
    expect(said(text)).toEqual(['Ana Ruiz: It is bad.', 'Ana Ruiz: Ask me when it rains.'])
  })

  it('give each turn to its label, whatever its letters', () => {
    const text =
      'A talk in two parts.\n\nANA RUIZ: It is bad.\n\nCarl Noonan: It was worse.\n\nANA RUIZ: When?\n\nCarl Noonan: In the spring.'
    expect(speakersOf(text)).toEqual(['Ana Ruiz', 'Carl Noonan', 'Ana Ruiz', 'Carl Noonan'])
  })

  it('give turns to an office where nobody is named for it', () => {
    const text =
      'Q: Do you regret it?\n\nTHE MAYOR: No.\n\nQ: Anything at all?\n\nTHE MAYOR: Next question, please.'
    expect(speakersOf(text)).toEqual(['the mayor', 'the mayor'])
  })

  it('are not made of notes and labels', () => {
    expect(
      said('Note: closed.\n\nUpdate: open again.\n\nSource: harbour board.\n\nNote: closed again.'),
    ).toEqual([])
  })
})

describe('kinds of voices', () => {
  it('are told from what stands for them', () => {
    const text =
      'Ana Ruiz said “it is closed.” A defense official said “it is open.” The statement said “it is both.” The Harlow campaign said “it is ours.”'
    expect(kindsOf(text)).toEqual(['named', 'unnamed', 'document', 'named'])
  })
})

describe('on labelled news', () => {
  it.each([
    ['tuned', 0.97],
    ['held-out', 0.92],
    ['languages', 0.95],
  ] as const)('of the part “%s”, quotes go to the right speaker: F1 above %d', (part, bound) => {
    const { f1, wanted } = scoreVoices(part)
    expect(wanted).toBeGreaterThan(40)
    expect(f1).toBeGreaterThan(bound)
  })
})

describe('time', () => {
  it.each([
    ['opening marks', '“'.repeat(200_000)],
    ['straight marks', ' "a'.repeat(100_000)],
    ['single marks', " 'a b".repeat(80_000)],
    ['low marks', '„a '.repeat(100_000)],
    ['verbs', 'said '.repeat(80_000)],
    ['commas', 'Ana, said, '.repeat(20_000)],
    ['quotations', '“a b c d,” she said. '.repeat(20_000)],
    ['names', Array.from({ length: 30_000 }, (_, at) => `Ana${at} Ruiz said so.`).join(' ')],
    ['capitals', 'Ana '.repeat(100_000)],
    ['labels', 'Ana Ruiz: yes.\n\nCarl Noonan: no.\n\n'.repeat(10_000)],
    ['and', 'and '.repeat(100_000)],
    ['Chinese clauses', '何英表示，'.repeat(40_000), 'zh'],
    ['one Chinese clause', '何英'.repeat(80_000), 'zh'],
    ['one Japanese clause', '原田は花子が'.repeat(30_000), 'ja'],
    ['Arabic verbs', 'وقال كريم '.repeat(40_000), 'ar'],
    ['French verbs', 'dit-il déclare '.repeat(40_000), 'fr'],
  ])('is not lost on %s without end', (_what, text, language = 'en') => {
    expect(findVoices(text, splitPassages(text), language)).toBeInstanceOf(Array)
  })
})
