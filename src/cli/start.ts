import { FootnoteError } from '../core/error.ts'
import type { Invocation } from './host.ts'

const WITHOUT_TOKEN =
  'DISCORD_TOKEN is not set, so there is no bot to start. To get one: open https://discord.com/developers/applications, ' +
  'choose New Application, then Bot, press Reset Token and copy it; on the same page switch Message Content Intent on. ' +
  'Write DISCORD_TOKEN=… into a file named .env in this folder and run npm start again. Everything in the terminal works ' +
  'without it: npm run demo, or npm run -s footnote -- summarize FILE.'

/** `footnote start`: the Discord bot. */
export async function startCommand({ host, signal }: Invocation): Promise<void> {
  const { discord } = await host.settings()
  if (discord.token === null) throw new FootnoteError('bad-request', WITHOUT_TOKEN)
  await host.startBot(discord.token, signal)
}
