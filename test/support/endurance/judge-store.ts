import { cpSync, mkdtempSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { DatabaseSync } from 'node:sqlite'
import { openStorage } from '../../../src/adapters/storage/open-storage.ts'
import { parseGuildSettings } from '../../../src/app/guild-settings.ts'
import type { Storage } from '../../../src/app/ports.ts'
import { POINTS } from '../../../src/core/summary.ts'
import {
  answersTo,
  cardsOn,
  doomedCards,
  hasBeenForgotten,
  mayBeForgotten,
  type Ledger,
  type Setting,
  toldTo,
} from './ledger.ts'
import { STORE, type World } from './world.ts'

/** What was looked for in a store, and what was wrong in it, in words. */
export interface Judgement {
  readonly looked: Readonly<Record<string, number>>
  readonly wrong: readonly string[]
}

/**
 * Holds what people were shown against the store as the last process left it: in a copy, so that the next process finds
 * what a crash leaves.
 */
export async function judgeStore(world: World, ledger: Ledger): Promise<Judgement> {
  const copy = mkdtempSync(join(world.folder, 'copy-'))
  try {
    for (const suffix of ['', '-wal', '-shm'])
      cpSync(join(world.folder, STORE + suffix), join(copy, STORE + suffix), { force: true })
  } catch (error) {
    // Without a process, no -wal and no -shm need be there.
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error
  }
  try {
    const wrong = checkFile(join(copy, STORE))
    const storage = await openStorage(`sqlite:${STORE}`, { directory: copy, clock: Date.now })
    try {
      const judgement = await judgeOpened(world, ledger, storage)
      return { ...judgement, wrong: [...wrong, ...judgement.wrong] }
    } finally {
      await storage.close()
    }
  } catch (error) {
    return { looked: {}, wrong: [`the store cannot be read: ${String(error)}`] }
  } finally {
    rmSync(copy, { recursive: true, force: true })
  }
}

/** The same of a store that is open, wherever it is. */
export async function judgeOpened(world: World, ledger: Ledger, storage: Storage): Promise<Judgement> {
  const judgements = [
    await judgeConversations(world, ledger, storage),
    await judgeAnswers(world, ledger, storage),
    await judgeForgotten(ledger, storage),
    await judgeSettings(ledger, storage),
    await judgeSpending(world, storage),
  ]
  return joinJudgements(judgements)
}

export const joinJudgements = (judgements: readonly Judgement[]): Judgement => ({
  looked: Object.assign({}, ...judgements.map(({ looked }) => looked)) as Judgement['looked'],
  wrong: judgements.flatMap(({ wrong }) => wrong),
})

function checkFile(path: string): string[] {
  const database = new DatabaseSync(path)
  try {
    const rows = database.prepare('PRAGMA integrity_check').all()
    return rows.flatMap(({ integrity_check: found }) =>
      found === 'ok' ? [] : [`integrity_check: ${String(found)}`],
    )
  } finally {
    database.close()
  }
}

async function judgeConversations({ discord }: World, ledger: Ledger, storage: Storage): Promise<Judgement> {
  const doomed = doomedCards(ledger)
  const wrong: string[] = []
  const cards = cardsOn(discord).filter(
    ({ message }) => !doomed.has(message.id) && !mayBeForgotten(ledger, message),
  )
  for (const { message, page, conversationId } of cards) {
    const known = await storage.conversations.findByMessage(message.id)
    if (known === undefined) wrong.push(`the conversation of a card about report ${page} is lost`)
    else if (known.id !== conversationId)
      wrong.push(`the buttons of a card about report ${page} lead to another conversation`)
  }
  return { looked: { conversations: cards.length }, wrong }
}

async function judgeAnswers({ discord }: World, ledger: Ledger, storage: Storage): Promise<Judgement> {
  const doomed = doomedCards(ledger)
  const wrong: string[] = []
  let looked = 0
  for (const question of ledger.questions) {
    if (doomed.has(question.cardId) || answersTo(discord, question).length === 0) continue
    looked += 1
    const known = await storage.conversations.findByMessage(question.cardId)
    const turns = known?.turns.filter((turn) => turn.question.includes(question.mark)) ?? []
    if (turns.length === 0) wrong.push(`the answer to ${question.mark} is shown, and is no turn`)
    if (turns.length > 1) wrong.push(`the answer to ${question.mark} is ${turns.length} turns`)
  }
  return { looked: { answers: looked }, wrong }
}

async function judgeForgotten({ forgettings }: Ledger, storage: Storage): Promise<Judgement> {
  const wrong: string[] = []
  const done = forgettings.filter(hasBeenForgotten)
  for (const { conversationId } of done)
    if ((await storage.conversations.find(conversationId)) !== undefined)
      wrong.push(`conversation ${conversationId} was forgotten and is there again`)
  return { looked: { forgotten: done.length }, wrong }
}

/** What was confirmed last holds, or what was asked for later and not confirmed. */
async function judgeSettings({ settings, left }: Ledger, storage: Storage): Promise<Judgement> {
  const isConfirmed = (setting: Setting): boolean =>
    toldTo(setting).includes(`up to ${POINTS[setting.length]} points`)
  const wrong: string[] = []
  for (const guildId of new Set(settings.map((setting) => setting.guildId))) {
    const ofGuild = settings.filter((setting) => setting.guildId === guildId)
    const last = ofGuild.findLastIndex(isConfirmed)
    if (last === -1 || left.has(guildId)) continue
    const possible = ofGuild.slice(last).map(({ length }) => length)
    const { length } = parseGuildSettings(await storage.settings.find(guildId))
    if (length === null || !possible.includes(length))
      wrong.push(`the length of summaries was set to ${possible.join(' or ')} and is ${length}`)
  }
  return { looked: { settings: settings.filter(isConfirmed).length }, wrong }
}

/** What was billed is counted, at its worst case where no reply arrived, and nothing is counted twice. */
async function judgeSpending({ bills }: World, storage: Storage): Promise<Judgement> {
  const rows = await storage.spending.list('2000-01-01')
  const whole = rows.filter(({ period, guildId }) => guildId === null && period.length === 10)
  const sum = (values: readonly number[]): number => values.reduce((total, value) => total + value, 0)
  const stored = sum(whole.map(({ nanodollars }) => nanodollars))
  const billed = sum(bills.map(({ nanodollars }) => nanodollars))
  const counted = sum(whole.map(({ tokens }) => tokens.input + tokens.output))
  const used = sum(bills.map(({ tokens }) => tokens.input + tokens.output))
  const wrong = [
    ...(stored < billed ? [`${billed} nanodollars were billed and ${stored} are counted`] : []),
    ...(counted > used ? [`${used} tokens were billed and ${counted} are noted as used`] : []),
  ]
  return { looked: { bills: bills.length }, wrong }
}
