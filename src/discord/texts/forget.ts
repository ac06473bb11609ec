import { counted } from '../../core/counted.ts'
import { type Markup, markup } from '../cards/markup.ts'

// What is said of forgetting.

export const FORGET = {
  command: 'Forget what I keep about you, this thread or this server',
  scope: 'What to forget',
  me: 'me',
  thread: 'this thread',
  server: 'this server',
  noThread: 'This is no thread. Use /forget scope:thread in the thread of an article.',
  notTogether: 'Here I keep nothing that others see. Use scope:me for what I keep about you.',
  noServer: 'This is no server. Use scope:me, or scope:thread for what we have here.',
  notYours:
    'Only who asked for all cards of this thread, or somebody who may manage messages, can make me forget it.',
  notManager: 'Only somebody who may manage this server can make me forget all of it.',
} as const

const articles = (count: number): string => counted(count, 'article')
const questions = (count: number): string => counted(count, 'question')

export const forgotMe = (given: number, asked: number): Markup =>
  markup`**Forgotten:** ${counted(given, 'text or file')} that you gave me, and ${questions(asked)} of yours, with the cards and answers. Cards of links stay, and no longer know who asked for them. For a day I still know how often somebody with your id asked, so that limits hold.`

export const forgotThread = (conversations: number, asked: number): Markup =>
  markup`**Forgotten:** ${articles(conversations)} and ${questions(asked)} of this thread, with the cards and answers.`

export const forgotServer = (conversations: number, asked: number): Markup =>
  markup`**Forgotten:** ${articles(conversations)} and ${questions(asked)} of this server. My messages stay where they are, their buttons no longer know what they were about. The settings stay too, and what models cost.`
