import { describe, expect, it } from 'vitest'
import { detectLanguage, findOtherLanguage } from '../../src/core/language.ts'

describe('detectLanguage', () => {
  it.each([
    ['en', 'The ferry was late because of the storm, and nobody knew when it would leave the harbour.'],
    [
      'de',
      'Die Fähre kam wegen des Sturms zu spät, und niemand wusste, wann sie aus dem Hafen auslaufen würde.',
    ],
    [
      'fr',
      'Le bateau était en retard à cause de la tempête et personne ne savait quand il partirait du port.',
    ],
    ['es', 'El barco llegó tarde por la tormenta y nadie sabía cuándo saldría del puerto de la ciudad.'],
    ['it', 'Il traghetto era in ritardo per la tempesta e nessuno sapeva quando sarebbe partito dal porto.'],
    [
      'pt',
      'O barco chegou atrasado por causa da tempestade e ninguém sabia quando sairia do porto da cidade.',
    ],
    ['nl', 'De veerboot was te laat door de storm en niemand wist wanneer hij uit de haven zou vertrekken.'],
    ['sv', 'Färjan var sen på grund av stormen och ingen visste när den skulle lämna hamnen.'],
    [
      'pl',
      'Prom spóźnił się z powodu burzy i nikt nie wiedział, kiedy wypłynie z portu, bo było już ciemno.',
    ],
    ['ru', 'Паром опоздал из-за шторма, и никто не знал, когда он выйдет из порта.'],
    ['uk', 'Пором запізнився через шторм, і ніхто не знав, коли він вийде з порту, але це було не так.'],
    [
      'tr',
      'Vapur fırtına nedeniyle geç kaldı ve limandan ne zaman çıkacağını kimse bilmiyordu, ama bu ilk değildi.',
    ],
    ['ar', 'تأخرت العبارة بسبب العاصفة ولم يعرف أحد متى ستغادر من الميناء إلى الجزيرة.'],
    ['zh', '渡轮因风暴晚点，没有人知道它什么时候离开港口。'],
    ['ja', 'フェリーは嵐のために遅れ、いつ港を出るのか誰も知らなかった。'],
    ['ko', '폭풍 때문에 배가 늦었고 언제 항구를 떠날지 아무도 몰랐다.'],
    ['el', 'Το πλοίο άργησε λόγω της καταιγίδας.'],
    ['th', 'เรือข้ามฟากมาสายเพราะพายุ'],
  ])('tells %s', (language, text) => {
    expect(detectLanguage(text)).toBe(language)
  })

  it('says und where nothing tells', () => {
    for (const text of ['', '12 345 — 67', 'Lorem ipsum', 'Oakmere 3:0 Lund', '🙂'])
      expect(detectLanguage(text)).toBe('und')
  })
})

describe('findOtherLanguage', () => {
  it('takes no possessive for a word of another language', () => {
    const claim = 'Following Ada Holm’s October departure, Nordbank pledged a $9.5 billion rescue.'
    expect(findOtherLanguage(claim, 'en')).toBeNull()
    expect(findOtherLanguage('Die Bank hat nach dem Wechsel an der Spitze neues Geld zugesagt.', 'en')).toBe(
      'de',
    )
  })
})
