import { counted } from '../core/counted.ts'
import { FootnoteError, throwIfCancelled } from '../core/error.ts'

export interface LineSizes {
  /** So much is worked on at once, whoever asked. */
  readonly atOnce: number
  /** So much of each kind for one party. */
  readonly atOnceEach: number
  /** So much more of each kind waits for one party; what comes then is refused. */
  readonly waitingEach: number
}

/** What somebody wants done: `party` is whom it is for, a guild or a person; two of the same `work` share one place. */
export interface Order {
  readonly party: string
  /** Each kind of a party waits by itself: a question need not wait until long articles are read. */
  readonly kind: string
  readonly work: string
  /** Nobody waits for it: it stands behind what people wait for. */
  readonly unasked: boolean
}

export interface Ticket {
  /** Resolves when the work may begin. `onPlace` hears 1 for the next in its party's line, whenever that changes. */
  turn(signal: AbortSignal | undefined, onPlace: (place: number) => void): Promise<void>
  /** Gives the place up, before or after its turn. */
  leave(): void
}

/** A line for each party; what is free goes to the parties in turn, so that a slow one never holds up another. */
export interface Line {
  /** Throws `limit-reached` where the party's line is full. */
  enter(order: Order): Ticket
  /** How much is worked on, and how much waits. */
  size(): { readonly running: number; readonly waiting: number }
}

interface Place {
  readonly order: Order
  /** Those who share it. */
  readonly holders: Set<Holder>
  isRunning: boolean
}

interface Holder {
  begin: () => void
  hear: (place: number) => void
}

interface Party {
  readonly running: Set<Place>
  readonly waiting: Place[]
  /** How many turns had been given in all when it got one, or came: the smallest has waited longest. */
  servedAt: number
}

/** 1 for the next of its kind. */
const positionOf = ({ waiting }: Party, place: Place): number =>
  waiting.filter(({ order }) => order.kind === place.order.kind).indexOf(place) + 1

/** In this process's memory: what waits when it ends is ended in words by the front-end. */
export function createLine(sizes: LineSizes): Line {
  const parties = new Map<string, Party>()
  // One party alone can never have everything, so that there is always room for another.
  const mostOfAParty = Math.max(1, sizes.atOnce - 1)
  let running = 0
  let served = 0

  const find = ({ party, work }: Order): Place | undefined => {
    const line = parties.get(party)
    const isSame = ({ order }: Place): boolean => order.work === work
    return line === undefined ? undefined : ([...line.running].find(isSame) ?? line.waiting.find(isSame))
  }

  const mayRun = (party: Party, kind: string): boolean => {
    const ofKind = [...party.running].filter(({ order }) => order.kind === kind)
    return party.running.size < mostOfAParty && ofKind.length < sizes.atOnceEach
  }

  const nextOf = (party: Party): Place | undefined =>
    party.waiting.find(({ order }) => mayRun(party, order.kind))

  const advance = (): void => {
    while (running < sizes.atOnce) {
      const [next] = [...parties.values()]
        .filter((party) => nextOf(party) !== undefined)
        .toSorted((one, other) => one.servedAt - other.servedAt)
      const place = next === undefined ? undefined : nextOf(next)
      if (next === undefined || place === undefined) return
      next.waiting.splice(next.waiting.indexOf(place), 1)
      running += 1
      served += 1
      next.servedAt = served
      next.running.add(place)
      place.isRunning = true
      for (const holder of place.holders) holder.begin()
    }
  }

  const tellPlaces = (party: Party): void => {
    for (const place of party.waiting) {
      for (const holder of place.holders) holder.hear(positionOf(party, place))
    }
  }

  const open = (order: Order): Place => {
    // Who comes back for one thing at a time does not get before those who wait.
    const newcomer: Party = { running: new Set(), waiting: [], servedAt: served }
    const party = parties.get(order.party) ?? newcomer
    parties.set(order.party, party)
    const place: Place = { order, holders: new Set(), isRunning: false }
    const behind = order.unasked ? -1 : party.waiting.findIndex((other) => other.order.unasked)
    party.waiting.splice(behind < 0 ? party.waiting.length : behind, 0, place)
    return place
  }

  const close = (place: Place): void => {
    const party = parties.get(place.order.party)
    if (party === undefined) return
    if (party.running.delete(place)) running -= 1
    else party.waiting.splice(party.waiting.indexOf(place), 1)
    if (party.running.size + party.waiting.length === 0) parties.delete(place.order.party)
    advance()
    tellPlaces(party)
  }

  const requireRoom = (order: Order): void => {
    const party = parties.get(order.party)
    if (party === undefined || find(order) !== undefined) return
    const mustWait = running >= sizes.atOnce || !mayRun(party, order.kind)
    const waiting = party.waiting.filter((place) => place.order.kind === order.kind).length
    if (!mustWait || waiting < sizes.waitingEach) return
    const sentence = `${counted(waiting, 'request')} ${waiting === 1 ? 'is' : 'are'} waiting here already, and no more fit in the line. Try again in a few minutes.`
    throw new FootnoteError('limit-reached', sentence)
  }

  return {
    size: () => ({
      running,
      waiting: [...parties.values()].reduce((sum, { waiting }) => sum + waiting.length, 0),
    }),
    enter: (order) => {
      requireRoom(order)
      const place = find(order) ?? open(order)
      const holder: Holder = { begin: () => {}, hear: () => {} }
      place.holders.add(holder)
      advance()
      const leave = (): void => {
        if (place.holders.delete(holder) && place.holders.size === 0) close(place)
      }
      return {
        leave,
        turn: (signal, onPlace) =>
          new Promise<void>((resolve, reject) => {
            const stop = (): void => {
              leave()
              reject(new FootnoteError('cancelled', 'Cancelled.', { cause: signal?.reason }))
            }
            throwIfCancelled(signal)
            if (place.isRunning) {
              resolve()
              return
            }
            signal?.addEventListener('abort', stop, { once: true })
            holder.hear = onPlace
            holder.begin = () => {
              signal?.removeEventListener('abort', stop)
              holder.hear = () => {}
              resolve()
            }
            const party = parties.get(order.party)
            if (party !== undefined) onPlace(positionOf(party, place))
          }),
      }
    },
  }
}
