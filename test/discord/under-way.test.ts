import { expect, it } from 'vitest'
import { FootnoteError } from '../../src/core/error.ts'
import { failureView } from '../../src/discord/cards/failure-card.ts'
import {
  help,
  isUnderWay,
  LOOKING_FOR_ANSWER,
  onlySoMany,
  privacy,
  progressLine,
  UNSEEN,
  waitingLine,
} from '../../src/discord/texts.ts'

// After a crash, a message that says that something is under way is taken back: no other may be.

it.each([
  progressLine({ phase: 'reading', from: 'news.example' }),
  progressLine({ phase: 'writing', words: 393 }),
  progressLine({ phase: 'part', part: 5, of: 14, claims: [] }),
  progressLine({ phase: 'checking', quotes: 7 }),
  waitingLine(1),
  waitingLine(3),
  LOOKING_FOR_ANSWER,
])('“$text” says that something is under way', ({ text }) => {
  expect(isUnderWay(text)).toBe(true)
  expect(isUnderWay(`${text}\n- a point …`)).toBe(true)
})

it('nothing else does', () => {
  const failure = failureView({
    error: new FootnoteError('page-blocked', 'news.example asks for a log-in. Open it and copy the text …'),
    incident: '7f3a',
    taskId: null,
    usedModel: false,
  })
  const others = [
    help(true).text,
    privacy({ models: [{ name: 'm', host: null }], retentionDays: 30 }).text,
    UNSEEN.text,
    onlySoMany(3, 5).text,
    failure.kind === 'plain' ? failure.text.text : '',
    '-# mira asks: and then …\n**It closed.** …',
    'Done: [the card](https://discord.com/channels/1/2/3)',
  ]
  for (const text of others) expect([text, isUnderWay(text)]).toEqual([text, false])
})
