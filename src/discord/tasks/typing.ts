import type { SendableChannels } from 'discord.js'

/** Discord shows typing for ten seconds. */
const AGAIN_AFTER = 8000

/** Shows that the bot is typing until the returned function is called. Typing is a courtesy: a failure changes nothing. */
export function keepTyping(channel: SendableChannels, onFailure: (error: unknown) => void): () => void {
  const type = (): void => {
    channel.sendTyping().catch(onFailure)
  }
  type()
  const timer = setInterval(type, AGAIN_AFTER)
  return () => clearInterval(timer)
}
