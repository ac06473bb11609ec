import type { Tasks } from '../../app/ports.ts'
import type { OwnShards } from '../../app/shards.ts'
import type { Log } from '../../app/ports.ts'

/** A process that has been silent for so long has ended: another may do its tasks. */
const SILENT_FOR = 15_000
const EVERY = 5000

/** Says that this process lives, as long as it does. */
export interface Hold {
  /** It hears of the guilds of these shards from now on. */
  serve(shards: OwnShards): Promise<void>
  /** Does this as often, too, until the end. */
  also(job: () => Promise<void>): void
  /** It does no more tasks: what it has not done is free for another. */
  end(): Promise<void>
}

/** Throws `storage-unavailable` where even the first word cannot be kept. */
export async function holdTasks(
  tasks: Pick<Tasks, 'hold'>,
  id: string,
  log: Pick<Log, 'failure'>,
): Promise<Hold> {
  let shards: OwnShards = { ids: [], count: 1 }
  const jobs: (() => Promise<void>)[] = []
  const say = (milliseconds: number): Promise<void> =>
    tasks.hold({ id, shards: shards.ids, of: shards.count }, milliseconds)
  await say(SILENT_FOR)
  const timer = setInterval(() => {
    const all = [() => say(SILENT_FOR), ...jobs].map((job) => job())
    for (const done of all) done.catch((error: unknown) => log.failure('tasks-not-held', error))
  }, EVERY)
  return {
    serve: (own) => {
      shards = own
      return say(SILENT_FOR)
    },
    also: (job) => void jobs.push(job),
    end: async () => {
      clearInterval(timer)
      await say(0)
    },
  }
}
