import { counted } from '../../core/counted.ts'
import type { Markup } from '../cards/markup.ts'

// What /help and /privacy say.

const BULLET = '- '

export const help = (seesPlainMessages: boolean): Markup => {
  const lines = [
    '### What I do',
    'I read one article, say what is in it in a few points, and prove each point with its own words. I answer questions from that article and from nothing else.',
    seesPlainMessages
      ? `${BULLET}Post a link to an article: I open a thread with the summary, unless this server has it otherwise.`
      : '',
    `${BULLET}\`/summarize\` with a link, a text or a file, or with nothing for a form; or right-click a message → Apps → Summarize.`,
    `${BULLET}Mention me with links, a text or a file, or in reply to a message that has them.`,
    seesPlainMessages
      ? `${BULLET}Ask in the thread, press **Ask** on a card, or use \`/ask\`.`
      : `${BULLET}Press **Ask** on a card, reply to it, mention me in the thread, or use \`/ask\`. I can't see plain messages here.`,
    `${BULLET}**Sources** shows the exact words behind each point; **More** has who says what, a longer summary, text to copy, and, for who asked, refresh and remove.`,
    `${BULLET}\`/forget\` takes out what I keep about you, a thread or this server; \`/privacy\` says what that is.`,
    `${BULLET}\`/settings\`, for people who manage this server: where I act by myself, for whom, how much.`,
    'A quote that I found is there in the article. That does not make it true.',
  ]
  return { text: lines.filter((line) => line !== '').join('\n'), links: [] }
}

interface Kept {
  readonly engine: 'extractive' | 'openai'
  readonly retentionDays: number
}

export const privacy = ({ engine, retentionDays }: Kept): Markup => {
  const lines = [
    '### What I read, keep and pass on',
    `${BULLET}I read what you give me, links that people post where I am, and questions in my threads. Other messages I look at once, to see that they are not for me, and keep nothing of them.`,
    `${BULLET}I keep each article, its summary, the questions asked about it, who asked, and where the card stands, on the machine of whoever runs me: ${counted(retentionDays, 'day')} after anybody last asked about it. For a day I also remember who asked how often.`,
    engine === 'openai'
      ? `${BULLET}A model gets the article and the question, never a name or another message.`
      : `${BULLET}No model is set up: nothing leaves the machine but the request for the page.`,
    `${BULLET}A site that I read sees a request from that machine, not from you.`,
    `${BULLET}\`/forget\` takes it out before: what you gave and asked (me), a thread, or all of this server. When I am removed from a server I forget it. When a message is deleted, the card of its link goes too.`,
  ]
  return { text: lines.join('\n'), links: [] }
}
