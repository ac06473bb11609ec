import { describe, expect, it } from 'vitest'
import { asksSomething } from '../../../src/discord/events/asks-something.ts'
import { type Holdings, type MessageFacts, whatIsAsked } from '../../../src/discord/events/what-is-asked.ts'

const LINK = 'https://news.example/story'
const LONG = 'The council decided about the bridge. '.repeat(30)

const nothingHeld: Holdings = { text: '', links: [], allLinks: [], attachments: [] }
const withLink = (text: string, link = LINK): Holdings => ({
  text,
  links: [link],
  allLinks: [link],
  attachments: [],
})
const file = (name: string, contentType: string | null) => ({
  url: `https://cdn.example/${name}`,
  name,
  contentType,
})
const message = (facts: Partial<MessageFacts>): MessageFacts => ({
  ...nothingHeld,
  isDirect: false,
  isMention: false,
  mentionsOthers: false,
  threadConversation: null,
  isAlone: false,
  repliedTo: null,
  ...facts,
})
const repliedTo = (held: Partial<Holdings>, conversation: string | null = null) => ({
  ...nothingHeld,
  ...held,
  id: '7',
  conversation,
})

describe('a message in a channel', () => {
  it('with one link is summarised unasked', () => {
    expect(whatIsAsked(message(withLink(`look: ${LINK}`)), true)).toEqual({
      kind: 'summary',
      sources: [{ kind: 'link', url: LINK }],
      unasked: true,
      fromRepliedTo: false,
    })
  })

  it('with a link is left alone where links are not summarised by themselves', () => {
    expect(whatIsAsked(message(withLink(LINK)), false)).toEqual({ kind: 'nothing' })
  })

  it.each([
    ['two links', { text: `${LINK} ${LINK}2`, links: [LINK, `${LINK}2`], allLinks: [LINK, `${LINK}2`] }],
    ['a link that is a reply to somebody', { ...withLink(LINK), repliedTo: repliedTo({ text: 'hi' }) }],
    ['only a picture link', { text: `${LINK}.png`, allLinks: [`${LINK}.png`] }],
    ['plain words', { text: 'what a day, is it not?' }],
    ['a file', { attachments: [file('notes.txt', 'text/plain')] }],
  ])('with %s is left alone', (_, facts) => {
    expect(whatIsAsked(message(facts), true)).toEqual({ kind: 'nothing' })
  })

  it('that replies to one of our cards is a question about that card', () => {
    const facts = message({ text: 'and the costs', repliedTo: repliedTo({}, 'c1') })
    expect(whatIsAsked(facts, true)).toEqual({
      kind: 'question',
      question: 'and the costs',
      conversation: 'c1',
    })
  })
})

describe('a message that mentions the bot', () => {
  const mention = (facts: Partial<MessageFacts>) => whatIsAsked(message({ isMention: true, ...facts }), false)

  it('asks for its link, also one in angle brackets', () => {
    const expected = {
      kind: 'summary',
      sources: [{ kind: 'link', url: LINK }],
      unasked: false,
      fromRepliedTo: false,
    }
    expect(mention(withLink(LINK))).toEqual(expected)
    expect(mention({ text: `<${LINK}>`, allLinks: [LINK] })).toEqual(expected)
  })

  it('asks for its file, a long paste without a content type included', () => {
    const paste = file('message.txt', null)
    expect(mention({ attachments: [file('a.png', 'image/png'), paste] })).toMatchObject({
      sources: [{ kind: 'attachment', ...paste }],
    })
  })

  it('hands over a file of another kind too, so that its failure is said', () => {
    expect(mention({ attachments: [file('a.png', 'image/png')] })).toMatchObject({
      sources: [{ name: 'a.png' }],
    })
  })

  it('takes a long text for the article even where the text holds links', () => {
    expect(mention(withLink(`${LONG} ${LINK}`))).toMatchObject({ sources: [{ kind: 'text' }] })
  })

  it('asks for what stands in the message that it replies to', () => {
    expect(mention({ text: 'please', repliedTo: repliedTo(withLink(LINK)) })).toEqual({
      kind: 'summary',
      sources: [{ kind: 'link', url: LINK }],
      unasked: false,
      fromRepliedTo: true,
    })
  })

  it('asks a question in a thread of ours, in reply to a card, or about the latest article', () => {
    expect(mention({ text: 'costs', threadConversation: 't1' })).toMatchObject({
      kind: 'question',
      conversation: 't1',
    })
    const inReply = mention({ text: 'costs', threadConversation: 't1', repliedTo: repliedTo({}, 'c2') })
    expect(inReply).toMatchObject({ kind: 'question', conversation: 'c2' })
    expect(mention({ text: 'what does it cost?' })).toMatchObject({ kind: 'question', conversation: null })
  })

  it('with nothing in it asks for help', () => {
    expect(mention({})).toEqual({ kind: 'help' })
  })

  it('with a short text gets as far as the assistant, which says that it is too short', () => {
    expect(mention({ text: 'these are six words of text' })).toMatchObject({ sources: [{ kind: 'text' }] })
  })
})

describe('a message in a thread of ours', () => {
  const inThread = (facts: Partial<MessageFacts>) =>
    whatIsAsked(message({ threadConversation: 't1', ...facts }), true).kind

  it('is a question while its writer is the only person there', () => {
    expect(inThread({ text: 'the costs', isAlone: true })).toBe('question')
  })

  it('is for the bot, once others write there, only where it asks something', () => {
    expect(inThread({ text: 'I like bridges' })).toBe('nothing')
    expect(inThread({ text: 'how long will it be closed' })).toBe('question')
  })

  it('is left to people where one replies to another', () => {
    expect(inThread({ text: 'do you mean that?', repliedTo: repliedTo({ text: 'hm' }) })).toBe('nothing')
  })

  it('is left alone where it speaks to somebody by name, or says thank you', () => {
    expect(inThread({ text: 'do you remember it?', mentionsOthers: true })).toBe('nothing')
    expect(inThread({ text: 'look at this', mentionsOthers: true, isAlone: true })).toBe('nothing')
    for (const text of ['thanks!', 'Thank you', '👍', 'haha ok', 'danke schön', 'ありがとう', '...'])
      expect(inThread({ text, isAlone: true })).toBe('nothing')
    expect(inThread({ text: 'thanks, and the costs?', isAlone: true })).toBe('question')
  })

  it('that is only a link is read as a new article', () => {
    expect(inThread({ ...withLink(LINK), isAlone: true })).toBe('summary')
  })
})

describe('a direct message', () => {
  const direct = (facts: Partial<MessageFacts>) => whatIsAsked(message({ isDirect: true, ...facts }), false)

  it('needs no mention', () => {
    expect(direct(withLink(LINK))).toMatchObject({ kind: 'summary', unasked: false })
    expect(direct({ text: LONG })).toMatchObject({ kind: 'summary', sources: [{ kind: 'text' }] })
  })

  it('of a few words is about the latest article', () => {
    expect(direct({ text: 'and what about the ferry then' })).toMatchObject({
      kind: 'question',
      conversation: null,
    })
  })
})

describe('asking something', () => {
  it.each([
    'when?',
    'is that so？',
    'ماذا حدث؟',
    'who called whom',
    'wie lange dauert das',
    'combien ça coûte',
    'сколько это стоит',
    'いつですか',
    'really?)',
    'Sicher “das da?”',
  ])('is found in “%s”', (text) => {
    expect(asksSomething(text)).toBe(true)
  })

  it.each(['I see', 'what a day', 'how nice', 'so what', 'what', 'a; b;', 'see https://a.example/?q=1'])(
    'is not found in “%s”',
    (text) => {
      expect(asksSomething(text)).toBe(false)
    },
  )
})
