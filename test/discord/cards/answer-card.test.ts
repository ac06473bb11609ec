import { readFileSync, globSync } from 'node:fs'
import { describe, expect, it } from 'vitest'
import type { AnswerResult } from '../../../src/app/ports.ts'
import type { Answer } from '../../../src/core/answer.ts'
import { buildArticle } from '../../../src/core/build-article.ts'
import type { Claim, Quote } from '../../../src/core/claim.ts'
import { type ErrorCode, FootnoteError } from '../../../src/core/error.ts'
import { readPlainText } from '../../../src/core/plain-text.ts'
import { answerView } from '../../../src/discord/cards/answer-card.ts'
import { failureView } from '../../../src/discord/cards/failure-card.ts'
import { roomFor } from '../../../src/discord/places/permissions.ts'
import type { View } from '../../../src/discord/cards/view.ts'
import { aRun } from '../../support/a-run.ts'

const SENTENCE = 'The ferry leaves every twenty minutes.'
const article = buildArticle(
  readPlainText(`${SENTENCE} It is free for children. ${'More words follow here. '.repeat(10)}`),
  {
    kind: 'text',
    url: null,
    retrievedAt: 0,
  },
)
const start = article.text.indexOf(SENTENCE)
const quote: Quote = {
  passage: 'P1',
  start,
  end: start + SENTENCE.length,
  text: SENTENCE,
  sentence: { start, end: start + SENTENCE.length },
  link: null,
  page: null,
}
const claim = (text: string): Claim => ({ text, speaker: null, quotes: [quote] })

function result(answer: Partial<Answer>, engine: 'extractive' | 'openai'): AnswerResult {
  return {
    answer: {
      question: 'how often does it leave?',
      status: 'answered',
      claims: [],
      dropped: [],
      missing: [],
      nearest: null,
      ...answer,
    },
    run: aRun({ engine }),
  }
}

const show = (
  answer: Partial<Answer>,
  engine: 'extractive' | 'openai' = 'openai',
  askedBy = 'mira',
): string => wordsOf(answerView({ article, result: result(answer, engine), askedBy, conversationId: null }))

function wordsOf(view: View): string {
  if (view.kind !== 'plain') throw new Error('an answer and a failure are plain messages')
  return view.text.text
}

describe('an answer', () => {
  it('prints whose question it is, the answer in bold, its proof and its place', () => {
    expect(show({ claims: [claim('Three times an hour.')] })).toBe(
      [
        '-# mira asks: how often does it leave?',
        '**Three times an hour.**',
        `> ${SENTENCE}`,
        '-# Paragraph 1',
      ].join('\n'),
    )
  })

  it('shows a sentence of the article once, in “ ”', () => {
    const words = show({ claims: [claim(SENTENCE)] }, 'extractive')
    expect(words).toContain(`**“${SENTENCE}”**`)
    expect(words.split(SENTENCE).length).toBe(2)
  })

  it('says what is not in the article, with the closest words', () => {
    const words = show({ status: 'not-in-article', nearest: quote })
    expect(words).toContain('**Not in the article.**\nClosest, and not an answer:\n> The ferry leaves')
    expect(words).toMatch(/-# Paragraph 1 · all \d+ pasted words searched$/u)
  })

  it('of the built-in engine says only that it found no sentence', () => {
    const words = show({ status: 'not-in-article' }, 'extractive')
    expect(words).toContain('**I found no sentence that answers this.**')
    expect(words).not.toContain('Not in the article')
  })

  it('in part names what stays open', () => {
    const words = show({
      status: 'partly-answered',
      claims: [claim('Three times an hour.')],
      missing: ['at night'],
    })
    expect(words).toContain('**In part: Three times an hour.**')
    expect(words).toContain('**Not in the article:** at night')
  })

  it('names what is not in the article, where that is less than the whole question', () => {
    const words = show({ status: 'not-in-article', missing: ['at night'], nearest: quote })
    expect(words).toContain('**Not in the article:** at night\nClosest, and not an answer:')
    const whole = show({ status: 'not-in-article', missing: ['how often does it leave?'] })
    expect(whole).toContain('**Not in the article.**')
  })

  it('of a long article that the model was not given whole says where was looked', () => {
    const run = aRun({ engine: 'openai', read: { words: 3120, parts: 1 } })
    const answer = result({ status: 'not-in-article', nearest: quote }, 'openai').answer
    const view = answerView({ article, result: { answer, run }, askedBy: 'mira', conversationId: null })
    expect(wordsOf(view)).toContain('**Not in the paragraphs nearest to the question.**\nClosest')
    expect(wordsOf(view)).toContain(`-# Paragraph 1 · read 3,120 of ${article.words} words`)
  })

  it('of the built-in engine names words that stand nowhere, and the half on which it found nothing', () => {
    const refused = show({ status: 'not-in-article', missing: ['sailors', 'strike'] }, 'extractive')
    expect(refused).toContain('**I found no sentence that answers this.**\n-# Nowhere in it: sailors, strike')
    const claims = [claim(SENTENCE)]
    const half = show({ status: 'partly-answered', claims, missing: ['who steers?'] }, 'extractive')
    expect(half).toContain('**I found no sentence on:** who steers?')
  })

  it('with much of everything shows fewer claims, each with its proof, and what stays open', () => {
    const long = 'The ferry_master of Brennholm said so. '.repeat(9)
    const told = buildArticle(readPlainText(`${long}\n\n${long}`), {
      kind: 'text',
      url: null,
      retrievedAt: 0,
    })
    const proof: Quote = {
      ...quote,
      start: 0,
      end: 300,
      text: told.text.slice(0, 300),
      sentence: { start: 0, end: 300 },
      link: `https://news.example/${'a'.repeat(300)}`,
    }
    const claims = [1, 2, 3].map((n) => ({
      ...claim(`Claim ${n}: ${'so_it_is, '.repeat(28)}`),
      quotes: [proof],
    }))
    const { answer, run } = result({ status: 'partly-answered', claims, missing: ['at night'] }, 'openai')
    const words = wordsOf(
      answerView({ article: told, result: { answer, run }, askedBy: 'mira', conversationId: null }),
    )
    expect(words.length).toBeLessThanOrEqual(2000)
    expect(words).toContain('**Not in the article:** at night')
    expect(words.match(/Claim \d/gu)).toHaveLength(words.match(/^> /gmu)?.length ?? 0)
  })

  it('never shows a claim that was dropped', () => {
    const dropped = [{ text: 'It sinks.', why: 'quote-not-found' as const }]
    const words = show({ status: 'unproven', dropped })
    expect(words).not.toContain('It sinks')
    expect(words).toContain('Dropped for want of proof: 1')
  })

  it('shows a name as plain text, whatever stands in it', () => {
    expect(show({ claims: [claim('x y z')] }, 'openai', '**@everyone** <@1>')).toContain(
      String.raw`-# \*\*@everyone\*\* \<\@1> asks:`,
    )
  })
})

describe('a failure', () => {
  const fail = (code: ErrorCode, usedModel = true): { words: string; labels: string[] } => {
    const error = new FootnoteError(code, 'It did not work. Do something else.')
    const view = failureView({ error, incident: '7f3a', taskId: '1', usedModel })
    return {
      words: wordsOf(view),
      labels: view.kind === 'plain' ? view.buttons.map(({ label }) => label ?? '') : [],
    }
  }

  it('says what happened in bold, what to do, and its code with the incident', () => {
    const { words } = fail('link-refused')
    expect(words).toBe('**It did not work.** Do something else.\n-# link-refused · 7f3a')
  })

  it.each([
    'model-unreachable',
    'model-busy',
    'model-refused',
    'model-rejected',
    'model-unusable-reply',
  ] as const)('of the kind %s is told without what only the host can change', (code) => {
    expect(fail(code).words).toMatch(/^\*\*The model .*\n.*Without a model.*\n-# model-/u)
    expect(fail(code).words).not.toContain('It did not work')
  })

  it('says how to hand over the text of a page that cannot be read', () => {
    expect(fail('page-blocked').words).toContain('`/summarize text`')
  })

  it.each([
    ['page-blocked', ['Retry']],
    ['link-refused', []],
    ['budget-spent', ['Without a model']],
    ['model-busy', ['Retry', 'Without a model']],
  ] as const)('of the kind %s offers %j', (code, labels) => {
    expect(fail(code).labels).toEqual(labels)
  })

  it('says no status that calls a wall a page', () => {
    const error = new FootnoteError('page-blocked', 'The site shows a log-in page here (HTTP 200). Open it.')
    const words = wordsOf(failureView({ error, incident: '7f3a', taskId: '1', usedModel: false }))
    expect(words).toMatch(/^\*\*The site shows a log-in page here\.\*\* Open it\.\n/u)
  })

  it('does not offer to do without a model where none was used', () => {
    expect(fail('model-busy', false).labels).toEqual(['Retry'])
  })
})

describe('the room for an answer', () => {
  const text = { type: 0, isThread: () => false }
  const thread = { type: 11, isThread: () => true }
  const without = (...denied: string[]) => ({ has: (right: unknown) => !denied.includes(String(right)) })

  it('is a thread, or the channel where there is no right to threads', () => {
    expect(roomFor(text, without(), false)).toEqual({ kind: 'thread' })
    expect(roomFor(text, without('CreatePublicThreads'), false)).toEqual({ kind: 'here' })
    expect(roomFor(text, without('SendMessagesInThreads'), false)).toEqual({ kind: 'here' })
  })

  it('is the thread itself in a thread, and the conversation in direct messages', () => {
    expect(roomFor(thread, without(), false)).toEqual({ kind: 'here' })
    expect(roomFor(text, null, false)).toEqual({ kind: 'here' })
  })

  it('is nowhere, with the name of the missing right, where nothing can be sent', () => {
    expect(roomFor(text, without('SendMessages'), true)).toEqual({
      kind: 'nowhere',
      missing: ['Send Messages'],
    })
    expect(roomFor(thread, without('SendMessagesInThreads'), false)).toEqual({
      kind: 'nowhere',
      missing: ['Send Messages in Threads'],
    })
  })
})

describe('sending', () => {
  it('happens in one file, behind the gate', () => {
    const senders = globSync('src/discord/**/*.ts').filter((file) =>
      /\.(?:send|reply|edit|editReply|followUp|update|showModal|startThread|createMessage)\(/u.test(
        readFileSync(file, 'utf8'),
      ),
    )
    expect(senders.map((file) => file.replaceAll('\\', '/'))).toEqual(['src/discord/outgoing/outgoing.ts'])
  })
})
