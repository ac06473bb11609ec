import type { RunningBot } from '../support/discord-scene.ts'

type Begin = RunningBot['assistant']['tasks']['begin']

/** A task as a process leaves it that is killed while it does it: known to the store, with nothing shown yet. */
export async function cutOff(
  { assistant }: RunningBot,
  ...[id, request, by]: Parameters<Begin>
): Promise<void> {
  await assistant.tasks.begin(id, request, by)
}

/** The same where that process had taken it over from one that was killed with it before. */
export async function cutOffTwice(bot: RunningBot, ...[id, request, by]: Parameters<Begin>): Promise<void> {
  await cutOff(bot, id, request, by)
  await bot.assistant.tasks.takeOver({ id, holder: null }, 'a process that has ended', true)
}
