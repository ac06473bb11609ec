import { counted } from '../core/counted.ts'
import { FootnoteError } from '../core/error.ts'
import type { GuildSettings, SettingsOfGuilds } from './guild-settings.ts'
import { DAY } from './guild-usage.ts'
import { pause } from './pause.ts'
import type { Clock, Use, UseLimit, Uses } from './ports.ts'

/** How often people may ask. */
export interface FairUse {
  /** Between two summaries of a person; null: none. */
  readonly cooldown: UseLimit | null
  readonly summaries: readonly UseLimit[]
  readonly questions: readonly UseLimit[]
}

interface AdmitOptions {
  /** The same thing once more, after a failure: the cooldown is for new ones. */
  readonly again: boolean
  /** Nobody is there to be told to wait: then the cooldown is waited out. */
  readonly patient: boolean
  readonly signal?: AbortSignal | undefined
}

/** Counts what somebody asks for. Throws `limit-reached`, with the time when it is possible again. */
export type Admit = (use: Use, options: AdmitOptions) => Promise<void>

export function createAdmit(
  uses: Uses,
  { cooldown, summaries, questions }: FairUse,
  clock: Clock,
  settings: Pick<SettingsOfGuilds, 'of'>,
): Admit {
  return async (use, { again, patient, signal }) => {
    const pace = again || cooldown === null ? [] : [cooldown]
    // Beside the host's limits, so that moderators can only take something away.
    const own = use.guildId === null ? [] : limitsOf(await settings.of(use.guildId), use.kind)
    const limits = [...own, ...(use.kind === 'question' ? questions : [...pace, ...summaries])]
    for (;;) {
      const refusal = await uses.take(use, limits)
      if (refusal === null) return
      const { limit, possibleAt } = refusal
      const isCooldown = limit === cooldown
      if (!isCooldown || possibleAt === null || !patient)
        throw refused(use, limit, possibleAt, { isCooldown, isOwn: own.includes(limit) })
      await pause(Math.max(1, possibleAt - clock()), signal)
    }
  }
}

/** What the moderators of a guild allow in it. */
function limitsOf({ summariesPerDay, questionsPerDay }: GuildSettings, kind: Use['kind']): UseLimit[] {
  const most = kind === 'summary' ? summariesPerDay : questionsPerDay
  return most === null ? [] : [{ per: 'guild', most, milliseconds: DAY }]
}

/** So many of them a day for a guild, as the host allows; null: as many as they like. */
export const perGuildAndDay = (limits: readonly UseLimit[]): number | null =>
  limits.find(({ per, milliseconds }) => per === 'guild' && milliseconds === DAY)?.most ?? null

const NOUNS = { summary: ['summary', 'summaries'], question: ['question', 'questions'] } as const

function refused(
  { kind }: Use,
  { per, most, milliseconds }: UseLimit,
  at: number | null,
  { isCooldown, isOwn }: { readonly isCooldown: boolean; readonly isOwn: boolean },
): FootnoteError {
  const [one, several] = NOUNS[kind]
  if (at === null) {
    if (isOwn) return new FootnoteError('limit-reached', `This server's moderators allow no ${several} here.`)
    const whose = per === 'person' ? 'a person' : 'a server'
    return new FootnoteError('limit-reached', `The host allows no ${several} for ${whose}.`)
  }
  const time = sayTime(milliseconds)
  const allowed = `${most} ${most === 1 ? one : several} of the last ${time}`
  const sentence = isCooldown
    ? `You can have one ${one} every ${time}. Try again in a moment.`
    : per === 'guild'
      ? `This server has had its ${allowed}. They come back one by one.`
      : `You have had your ${allowed}. They come back one by one.`
  return new FootnoteError('limit-reached', sentence, { retryAt: at })
}

function sayTime(milliseconds: number): string {
  const seconds = Math.round(milliseconds / 1000)
  if (seconds < 120) return counted(seconds, 'second')
  const hours = Math.round(seconds / 3600)
  if (hours === 1) return 'hour'
  return hours > 1 ? counted(hours, 'hour') : counted(Math.round(seconds / 60), 'minute')
}
