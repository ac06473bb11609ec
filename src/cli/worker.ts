import { FootnoteError } from '../core/error.ts'
import type { Invocation } from './host.ts'

const WITHOUT_QUEUE =
  'QUEUE_URL is not set, so there is no queue to take work from. Without it the bot does everything itself, which is right ' +
  'for one machine. With a Redis or Valkey, set it for the bot and for each worker: QUEUE_URL=redis://127.0.0.1:6379'

/** `footnote worker`: does what front-ends order in the queue. */
export async function workerCommand({ host, signal }: Invocation): Promise<void> {
  const { queueUrl } = await host.settings()
  if (queueUrl === null) throw new FootnoteError('bad-request', WITHOUT_QUEUE)
  await host.startWorker(signal)
}
