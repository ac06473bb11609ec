import type { DatabaseSync, SQLInputValue } from 'node:sqlite'
import { setImmediate as nextTurn } from 'node:timers/promises'
import type { Clock, Forgetting, Forgotten, MessagePlace } from '../../app/ports.ts'
import { REQUESTS_KEPT, USES_KEPT } from '../../core/lifetimes.ts'
import { keepReserve } from './full-disk.ts'
import { kept, stored } from './kept.ts'
import { openArticles } from './sqlite-articles.ts'
import { openKeptPages } from './sqlite-kept-pages.ts'
import { openOverwriting } from './sqlite-overwriting.ts'

type Values = Readonly<Record<string, SQLInputValue>>

/** A paste or a file is the words of whoever gave it; a link is public. */
const OWN_WORDS = `EXISTS (SELECT 1 FROM articles
  WHERE articles.id = article_id AND json_extract(article, '$.source.kind') IN ('text', 'file'))`

/** What a message held stands in what was asked for with it and not done. Older requests than these are gone. */
const OF_MESSAGE = `state = 'failed' AND created_at >= (SELECT max(created_at) FROM tasks) - ${REQUESTS_KEPT}
  AND json_extract(request, '$.messageId') = :messageId`

/** Asked for in a thread, or shown there. */
const IN_THREAD = `(reply_channel_id = :threadId OR json_extract(request, '$.channelId') = :threadId)`

const NOTHING_FORGOTTEN: Forgotten = { conversations: 0, questions: 0, messages: [] }
const AT_ONCE = 20

const together = (one: Forgotten, other: Forgotten): Forgotten => ({
  conversations: one.conversations + other.conversations,
  questions: one.questions + other.questions,
  messages: [...one.messages, ...other.messages],
})

/** Takes rows out of all tables, each call in one transaction. */
export function openForgetting(database: DatabaseSync, clock: Clock): Forgetting {
  const articles = openArticles(database)
  const pages = openKeptPages(database)
  const overwriting = openOverwriting(database)
  const change = (sql: string): ((values: Values) => number) => {
    const statement = database.prepare(sql)
    return (values) => Number(statement.run(values).changes)
  }
  const countChanges = database.prepare('SELECT total_changes() AS changes')
  const changes = (): number => Number(countChanges.get()?.['changes'])
  const list = (sql: string): ((values: Values) => MessagePlace[]) => {
    const statement = database.prepare(sql)
    return (values) =>
      statement
        .all(values)
        .map((row) => ({ channelId: String(row['channel']), messageId: String(row['message']) }))
  }

  /** Takes out conversations, with their questions, and says which messages of ours showed them. */
  const removing = (condition: string): ((values: Values) => Forgotten) => {
    const messages = list(`
      SELECT CASE WHEN thread_id IS NULL OR thread_id = card_message_id THEN channel_id ELSE thread_id END AS channel,
          card_message_id AS message
        FROM conversations WHERE ${condition} AND card_message_id IS NOT NULL
      UNION ALL
      SELECT channel_id, message_id FROM shown_messages
        WHERE conversation_id IN (SELECT id FROM conversations WHERE ${condition})`)
    const questions = change(
      `DELETE FROM turns WHERE conversation_id IN (SELECT id FROM conversations WHERE ${condition})`,
    )
    const articlesOf = database.prepare(
      `SELECT DISTINCT article_id AS id FROM conversations WHERE ${condition}`,
    )
    const addressesOf = database.prepare(
      `SELECT DISTINCT address_key AS key FROM conversations WHERE ${condition} AND address_key IS NOT NULL`,
    )
    const conversations = change(`DELETE FROM conversations WHERE ${condition}`)
    return (values) => {
      const rowIds = articlesOf.all(values).map(({ id }) => String(id))
      const addressKeys = addressesOf.all(values).map(({ key }) => String(key))
      const shown = messages(values)
      const asked = questions(values)
      const gone = conversations(values)
      articles.sweep(rowIds)
      pages.sweep(addressKeys)
      return { conversations: gone, questions: asked, messages: shown }
    }
  }
  /** In one transaction; then no byte of it is left, in a file of ordinary size at once if somebody waits for that. */
  const once = async (work: () => Forgotten, isAwaited = false): Promise<Forgotten> => {
    let hasChanged = false
    const forgotten = await stored(database, () => {
      const before = changes()
      const forgottenNow = work()
      hasChanged = changes() > before
      if (hasChanged) overwriting.note()
      return forgottenNow
    })
    if (hasChanged) overwriting.now(isAwaited ? 'file' : 'log')
    return forgotten
  }
  const atOnce = (work: () => Forgotten): Promise<Forgotten> => once(work, true)

  const byId = removing('id = :id')
  // A thread that people made counts as a channel.
  const byThread = removing('(thread_id = :threadId OR channel_id = :threadId)')
  const byGuild = removing('guild_id = :guildId')
  // In portions: a lot at once would hold up everything else, and need much room on a full disk.
  const unused = removing(
    `id IN (SELECT id FROM conversations WHERE used_at < :time ORDER BY used_at LIMIT ${AT_ONCE})`,
  )
  const ownWords = removing(`person_id = :personId AND ${OWN_WORDS}`)
  // Nobody else sees what was shown to one person alone, or in their conversation with the bot.
  const seenAlone = removing('person_id = :personId AND (card_message_id IS NULL OR guild_id IS NULL)')
  const answersTo = list(
    'SELECT channel_id AS channel, message_id AS message FROM shown_messages WHERE person_id = :personId',
  )
  const questionsOf = change('DELETE FROM turns WHERE person_id = :personId')
  const answersOf = change('DELETE FROM shown_messages WHERE person_id = :personId')
  const answersToMessage = list(
    'SELECT channel_id AS channel, message_id AS message FROM shown_messages WHERE asked_message_id = :messageId',
  )
  const anyOfMessage = database.prepare(`
    SELECT 1 FROM turns WHERE asked_message_id = :messageId
    UNION ALL SELECT 1 FROM shown_messages WHERE asked_message_id = :messageId
    UNION ALL SELECT 1 FROM tasks WHERE ${OF_MESSAGE} LIMIT 1`)
  const questionOfMessage = change('DELETE FROM turns WHERE asked_message_id = :messageId')
  const answerToMessage = change('DELETE FROM shown_messages WHERE asked_message_id = :messageId')
  const unnamed = change('UPDATE conversations SET person_id = NULL WHERE person_id = :personId')
  /** What says that something failed offers to try it again: it goes with what it would try. */
  const noticesOf = (condition: string): ((values: Values) => MessagePlace[]) =>
    list(`
      SELECT reply_channel_id AS channel, reply_message_id AS message FROM tasks
      WHERE ${condition} AND state = 'failed' AND reply_message_id IS NOT NULL`)
  const noticesOfPerson = noticesOf('person_id = :personId')
  const noticesOfThread = noticesOf(IN_THREAD)
  const tasksOfPerson = change("DELETE FROM tasks WHERE person_id = :personId AND state <> 'running'")
  // They pressed Retry below what somebody else had asked for.
  const triesOfPerson = change(`
    UPDATE tasks SET request = json_set(request, '$.retryOf.personId', person_id)
    WHERE state = 'failed' AND json_extract(request, '$.retryOf.personId') = :personId`)
  const tasksOfGuild = change("DELETE FROM tasks WHERE guild_id = :guildId AND state <> 'running'")
  const tasksOfThread = change(`DELETE FROM tasks WHERE ${IN_THREAD} AND state <> 'running'`)
  const requestsOfMessage = change(`UPDATE tasks SET state = 'done', request = 'null' WHERE ${OF_MESSAGE}`)
  const oldRequests = change(
    "UPDATE tasks SET state = 'done', request = 'null' WHERE created_at < :time AND state = 'failed'",
  )
  const oldTasks = change("DELETE FROM tasks WHERE created_at < :time AND state <> 'running'")
  const settings = change('DELETE FROM guild_settings WHERE guild_id = :guildId')
  const greeting = change('DELETE FROM guilds_greeted WHERE guild_id = :guildId')
  // What its people used up stays counted for them.
  const uses = change('UPDATE uses SET guild_id = NULL WHERE guild_id = :guildId')
  const oldUses = change('DELETE FROM uses WHERE used_at <= :time')
  const oldPages = change('DELETE FROM cache WHERE expires_at <= :time')

  const guilds = database.prepare(`
    SELECT guild_id FROM guild_settings UNION SELECT guild_id FROM guilds_greeted
    UNION SELECT guild_id FROM conversations WHERE guild_id IS NOT NULL
    UNION SELECT guild_id FROM tasks WHERE guild_id IS NOT NULL AND state <> 'running'
    UNION SELECT guild_id FROM uses WHERE guild_id IS NOT NULL`)

  const oldest = database.prepare(`
    SELECT min(time) AS time FROM (SELECT min(used_at) AS time FROM conversations
      UNION ALL SELECT min(created_at) FROM tasks WHERE state <> 'running')`)

  const guild = (guildId: string): Forgotten => {
    tasksOfGuild({ guildId })
    return byGuild({ guildId })
  }
  return {
    conversation: (id) => once(() => byId({ id })),
    question: async (messageId) => {
      // Every deleted message comes by here, and few were questions: those need no turn at writing.
      if ((await kept(() => anyOfMessage.get({ messageId }))) === undefined) return NOTHING_FORGOTTEN
      return once(() => {
        const messages = answersToMessage({ messageId })
        const questions = questionOfMessage({ messageId })
        answerToMessage({ messageId })
        requestsOfMessage({ messageId })
        return { conversations: 0, questions, messages }
      })
    },
    thread: (threadId) =>
      atOnce(() => {
        const notices = noticesOfThread({ threadId })
        tasksOfThread({ threadId })
        const forgotten = byThread({ threadId })
        return { ...forgotten, messages: [...forgotten.messages, ...notices] }
      }),
    person: (personId) =>
      atOnce(() => {
        const own = ownWords({ personId })
        const alone = seenAlone({ personId })
        const messages = answersTo({ personId })
        const questions = questionsOf({ personId })
        answersOf({ personId })
        unnamed({ personId })
        const notices = noticesOfPerson({ personId })
        tasksOfPerson({ personId })
        triesOfPerson({ personId })
        return {
          conversations: own.conversations,
          questions: own.questions + alone.questions + questions,
          messages: [...own.messages, ...alone.messages, ...messages, ...notices],
        }
      }),
    guild: (guildId) => atOnce(() => guild(guildId)),
    leftGuild: (guildId) =>
      atOnce(() => {
        uses({ guildId })
        settings({ guildId })
        greeting({ guildId })
        return guild(guildId)
      }),
    guilds: () => kept(() => guilds.all().map((row) => String(row['guild_id']))),
    oldest: () =>
      kept(() => {
        const time = oldest.get()?.['time']
        return typeof time === 'number' ? time : null
      }),
    requestsBefore: (time) => stored(database, () => oldRequests({ time })),
    expired: async () => {
      await once(() => {
        oldUses({ time: clock() - USES_KEPT })
        oldPages({ time: clock() })
        return NOTHING_FORGOTTEN
      })
      // Also of what was done meanwhile, and is no longer stored as it was asked for.
      await kept(() => overwriting.log())
    },
    overwrite: () => kept(() => overwriting.all()),
    unusedSince: async (time) => {
      await once(() => {
        oldTasks({ time })
        return NOTHING_FORGOTTEN
      })
      let all = NOTHING_FORGOTTEN
      for (;;) {
        const forgotten = await once(() => unused({ time }))
        if (forgotten.conversations === 0) break
        all = together(all, forgotten)
        // Others have their turn in between.
        await nextTurn()
      }
      // So that this is possible on a full disk, too.
      keepReserve(database)
      return all
    },
  }
}
