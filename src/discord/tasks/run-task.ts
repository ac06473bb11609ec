import { DiscordAPIError, type Message, RESTJSONErrorCodes } from 'discord.js'
import type { Outcome } from '../../app/ports.ts'
import { asFootnoteError, type ErrorCode, FootnoteError } from '../../core/error.ts'
import type { Asked } from './asked.ts'
import type { Asker } from './asker.ts'
import type { Bot } from '../bot.ts'
import type { Figures } from './figures.ts'
import { kindOf } from './turns.ts'
import { deleteMessages } from '../outgoing/delete-messages.ts'
import { failureView, offersRetry } from '../cards/failure-card.ts'
import { type Markup, markup } from '../cards/markup.ts'
import { edit } from '../outgoing/outgoing.ts'
import { closeIfDeserted } from '../places/remove-conversation.ts'
import { FAILURES, remedyFor } from '../texts.ts'
import { plain } from '../cards/view.ts'
import { SOURCE_GONE } from './work.ts'

/** What a job tells about itself while it runs. */
export interface TaskHandle {
  readonly signal: AbortSignal
  /** Counts what is about to be made. Throws `limit-reached` where whoever asked has had what they may. */
  readonly admit: () => Promise<void>
  /** The public message that shows the task, once there is one: failures go there, also after a crash. */
  readonly showsIn: (message: Message) => Promise<void>
  /** The result stands: what fails from here on is for the log alone. `figures` of it are logged. */
  readonly delivered: (figures: Figures) => void
}

/** The link may be at fault, or the site: nobody asked, so nobody hears of it, the log included at its quiet level. */
const ORDINARY: ReadonlySet<ErrorCode> = new Set([
  'link-refused',
  'link-unreachable',
  'link-timeout',
  'page-blocked',
  'page-unreadable',
  'page-too-large',
  'unsupported-type',
  'source-unsupported',
  'text-too-short',
  'article-too-long',
  'file-unreadable',
  'cancelled',
  'budget-spent',
  'limit-reached',
])

/** What was to be answered was deleted meanwhile: then nobody waits for an answer. */
const GONE: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.UnknownMessage,
  RESTJSONErrorCodes.UnknownChannel,
  RESTJSONErrorCodes.UnknownGuild,
])
const FORBIDDEN: ReadonlySet<unknown> = new Set([
  RESTJSONErrorCodes.MissingPermissions,
  RESTJSONErrorCodes.MissingAccess,
])

/**
 * Runs what somebody asked for, once: the same event a second time does nothing. The one place where failures of such
 * work are caught, logged once, and said to whoever asked.
 */
export async function runTask(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  firstLine: Markup,
  job: (task: TaskHandle) => Promise<void>,
): Promise<void> {
  const { tasks } = bot.assistant
  const state = { shown: null as Message | null, isStored: false, isDelivered: false }
  const record = openRecord(bot, asked)
  await bot.work.run(asked.messageId, async (signal) => {
    const waiting = AbortSignal.any([signal, bot.work.closingSignal])
    const turn = bot.openTurn({ taskId: id, asked, asker, line: firstLine, signal: waiting })
    const by = { guildId: asked.guildId, personId: asked.person.id, holder: bot.holder.id }
    try {
      if (asked.begun === undefined && !(await tasks.begin(id, asked, by))) return
      state.isStored = true
      if (asked.begun === 'before') state.shown = await asker.slot()
      const showsIn = async (message: Message): Promise<void> => {
        state.shown = message
        await tasks.setReply(id, { channelId: message.channelId, messageId: message.id })
      }
      await asker.acknowledge()
      await asker.begin(firstLine, showsIn)
      await turn.begin()
      await job({
        signal,
        admit: () => turn.admit(),
        showsIn,
        delivered: (figures) => {
          state.isDelivered = true
          record.done(figures)
        },
      })
      record.end(asked.unasked ? 'left-alone' : 'done')
      await tasks.setState(id, 'done')
    } catch (thrown) {
      const isGone = signal.reason === SOURCE_GONE
      record.end(isGone ? 'gone' : toFailure(bot, thrown).code)
      await endInFailure(bot, id, asked, asker, { ...state, isGone }, thrown)
    } finally {
      turn.end()
      asker.rest()
    }
  })
}

/** Times a request, and logs one line of figures when what was asked for stands. */
function openRecord({ metrics, log }: Bot, { question, again, unasked, withoutModel }: Asked) {
  const request = again ?? kindOf(question)
  const started = performance.now()
  const begun = metrics.begin(request)
  let isOver = false
  const end = (outcome: Outcome): void => {
    if (!isOver) begun(outcome)
    isOver = true
  }
  return {
    end,
    done: ({ happening, values }: Figures): void => {
      end('done')
      if (happening !== null) metrics.count(happening)
      const milliseconds = Math.round(performance.now() - started)
      log.info('request-done', { request, ...values, unasked, withoutModel, milliseconds })
    },
  }
}

interface State {
  readonly shown: Message | null
  /** What was asked for is kept: it can be done again. */
  readonly isStored: boolean
  readonly isDelivered: boolean
  /** What was asked about was deleted meanwhile. */
  readonly isGone: boolean
}

async function endInFailure(
  bot: Bot,
  id: string,
  asked: Asked,
  asker: Asker,
  { shown, isStored, isDelivered, ...state }: State,
  thrown: unknown,
): Promise<void> {
  const isGone =
    state.isGone ||
    (thrown instanceof DiscordAPIError && GONE.has(thrown.code)) ||
    // discord.js knows first: a channel that was deleted, or of a server that was left.
    (shown !== null && !bot.client.channels.cache.has(shown.channelId))
  const error = toFailure(bot, thrown)
  // Whatever people are told meanwhile: the next process does it.
  const isLeft = bot.work.closing && error.code === 'cancelled' && isStored && !isGone && !isDelivered
  let isOver = isGone || isDelivered || asked.unasked
  try {
    if (isGone) {
      bot.log.info('source-gone')
      // Whoever used a command still looks at its reply.
      if (!isDelivered && asker.isPrivate) await asker.fail(plain(markup`${FAILURES.gone}`))
    } else if (asked.unasked && ORDINARY.has(error.code))
      bot.log.info('link-left-alone', { code: error.code })
    else {
      const incident = bot.log.failure('task-failed', error, remedyFor(error))
      const usedModel = bot.settings.engine === 'openai' && !asked.withoutModel
      const taskId = isStored ? id : (asked.retryOf?.taskId ?? null)
      const view = failureView({ error, incident, taskId, usedModel })
      isOver ||= !offersRetry(view)
      if (!asked.unasked && !isDelivered) {
        const told = await tell(bot, asker, shown, view)
        if (isStored) await noteWhere(bot, id, told)
      }
    }
    const isUnwanted = state.isGone || (!isDelivered && (isGone || asked.unasked))
    if (isUnwanted) await takeBack(bot, shown ?? (await asker.slot()))
    if (isStored && !isLeft) await bot.assistant.tasks.setState(id, isOver ? 'done' : 'failed')
  } catch (second) {
    // A store that fails is told of once.
    if (error.code !== 'storage-unavailable' || asFootnoteError(second).code !== 'storage-unavailable')
      bot.log.failure('failure-not-shown', second, { code: error.code })
    // The next start need not say that it was cut off; where that cannot be stored, it will. The notice may stand, and then
    // its Retry works.
    if (isStored && !isLeft)
      await bot.assistant.tasks.setState(id, isOver ? 'done' : 'failed').catch(() => {})
  }
}

/** Nobody waits for it: what was shown goes, and its thread is closed unless people talk there. */
export async function takeBack(bot: Bot, message: Message | null): Promise<void> {
  if (message === null) return
  const { channelId, id: messageId } = message
  const channel = bot.client.channels.cache.get(channelId)
  // Gone with its channel or server.
  if (channel === undefined) return
  await deleteMessages(bot, [{ channelId, messageId }])
  if (channel.isThread()) await closeIfDeserted(bot, channelId)
}

/** Where the work is seen; a command's own reply, which only its user sees, takes the place of a half-made card. */
async function tell(
  bot: Bot,
  asker: Asker,
  shown: Message | null,
  view: ReturnType<typeof failureView>,
): Promise<Message | null> {
  if (shown !== null && !asker.isPrivate) return edit(shown, view)
  if (shown !== null) await deleteMessages(bot, [{ channelId: shown.channelId, messageId: shown.id }])
  // It may have failed before that.
  await asker.acknowledge()
  return asker.fail(view)
}

/** So that the failure can be taken away when it no longer holds. */
export async function noteWhere({ assistant }: Bot, taskId: string, told: Message | null): Promise<void> {
  const reply = told === null ? null : { channelId: told.channelId, messageId: told.id }
  await assistant.tasks.setReply(taskId, reply)
}

/** What went wrong, in a sentence for people; Discord's own refusals too. */
export function toFailure(bot: Bot, thrown: unknown): FootnoteError {
  if (thrown instanceof DiscordAPIError && FORBIDDEN.has(thrown.code)) {
    const sentence = FAILURES.missingRights([FAILURES.someRight], FAILURES.thisChannel)
    return new FootnoteError('permission-missing', sentence, { cause: thrown })
  }
  const error = asFootnoteError(thrown)
  if (error.code !== 'cancelled' || !bot.work.closing) return error
  return new FootnoteError('cancelled', FAILURES.restarted, { cause: thrown })
}
