// Loaded into a process by NODE_OPTIONS=--import: makes it meet what nobody catches, when a signal tells it to.
import { setTimeout as later } from 'node:timers'

const [how, words] = (process.env.THROW_WHEN_TOLD ?? '').split(' ')

class RequestError extends Error {
  name = 'RequestError'
  requestBody = { content: words }
  url = `https://discord.example/webhooks/1/${words}`
  constructor() {
    super(`A request failed: ${words}\n    at ${words} (${words}.ts:1:1)`)
  }
}

process.on('SIGUSR2', () => {
  if (how === 'warn') process.emitWarning(`Something about ${words}`, { type: 'TestWarning', code: 'TEST' })
  else if (how === 'reject') void Promise.reject(new RequestError())
  else
    later(() => {
      throw new RequestError()
    }, 0)
})
