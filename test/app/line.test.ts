import { describe, expect, it } from 'vitest'
import { createLine, type Line, type LineSizes, type Order } from '../../src/app/line.ts'

const SIZES: LineSizes = { atOnce: 4, atOnceEach: 2, waitingEach: 3 }

const anOrder = (party: string, work: string, known: Partial<Order> = {}): Order => ({
  party,
  kind: 'summary',
  work,
  unasked: false,
  ...known,
})

/** Someone in the line: the places heard, whether the turn has come, and the way out. */
function join(line: Line, order: Order, signal?: AbortSignal) {
  const ticket = line.enter(order)
  const places: number[] = []
  const state = { hasTurn: false, failure: null as unknown }
  const wait = async (): Promise<void> => {
    try {
      await ticket.turn(signal, (place) => void places.push(place))
      state.hasTurn = true
    } catch (error) {
      state.failure = error
    }
  }
  const turn = wait()
  return { leave: () => ticket.leave(), places, state, turn }
}

const settle = (): Promise<void> => new Promise((resolve) => setTimeout(resolve, 0))

describe('a line', () => {
  it('lets so many of one party begin at once, and tells the others their place', async () => {
    const line = createLine(SIZES)
    const [first, second, third, fourth] = ['a', 'b', 'c', 'd'].map((work) => join(line, anOrder('g1', work)))
    await settle()
    expect([first, second, third, fourth].map((one) => one!.state.hasTurn)).toEqual([
      true,
      true,
      false,
      false,
    ])
    expect([third!.places, fourth!.places]).toEqual([[1], [2]])
    first!.leave()
    await settle()
    expect([third!.state.hasTurn, fourth!.state.hasTurn]).toEqual([true, false])
    expect(fourth!.places).toEqual([2, 1])
    second!.leave()
    await fourth!.turn
  })

  it('refuses in words beyond its length, and nobody else', async () => {
    const line = createLine(SIZES)
    for (let work = 0; work < 5; work += 1) join(line, anOrder('g1', String(work)))
    expect(() => line.enter(anOrder('g1', 'one too many'))).toThrow(/3 requests are waiting here already/)
    const other = join(line, anOrder('g2', 'a'))
    await other.turn
    expect(other.places).toEqual([])
  })

  it('never lets one party take everything, so that another begins at once', async () => {
    const line = createLine({ atOnce: 2, atOnceEach: 5, waitingEach: 50 })
    for (let work = 0; work < 20; work += 1) join(line, anOrder('slow', String(work)))
    const quick = join(line, anOrder('quick', 'a'))
    await quick.turn
    expect(quick.places).toEqual([])
  })

  it('does not let a question wait until long articles are read', async () => {
    const line = createLine({ atOnce: 4, atOnceEach: 1, waitingEach: 2 })
    const articles = ['a', 'b', 'c'].map((work) => join(line, anOrder('g1', work)))
    const question = join(line, anOrder('g1', 'q', { kind: 'question' }))
    const second = join(line, anOrder('g1', 'r', { kind: 'question' }))
    await question.turn
    expect(articles.map(({ places }) => places)).toEqual([[], [1], [2]])
    expect(second.places).toEqual([1])
    expect(() => line.enter(anOrder('g1', 'd'))).toThrow(/2 requests are waiting/)
    question.leave()
    await second.turn
  })

  it('never lets one party take everything by different kinds either', async () => {
    const line = createLine({ atOnce: 2, atOnceEach: 2, waitingEach: 9 })
    join(line, anOrder('slow', 'a'))
    const question = join(line, anOrder('slow', 'q', { kind: 'question' }))
    const other = join(line, anOrder('quick', 'b'))
    await other.turn
    expect(question.state.hasTurn).toBe(false)
  })

  it('gives what is free to the parties in turn', async () => {
    const line = createLine({ atOnce: 1, atOnceEach: 1, waitingEach: 50 })
    const begun: string[] = []
    const running = join(line, anOrder('g0', 'x'))
    const serve = async (party: string, work: number): Promise<void> => {
      const one = join(line, anOrder(party, String(work)))
      await one.turn
      begun.push(party)
      one.leave()
    }
    const all = ['g1', 'g1', 'g1', 'g2', 'g3'].map(serve)
    running.leave()
    await Promise.all(all)
    expect(begun).toEqual(['g1', 'g2', 'g3', 'g1', 'g1'])
  })

  it('does not let one party wait for ever because new ones keep coming', async () => {
    const line = createLine({ atOnce: 1, atOnceEach: 1, waitingEach: 9 })
    const begun: string[] = []
    const enter = (party: string, work: string) => {
      const one = join(line, anOrder(party, work))
      const note = async (): Promise<void> => {
        await one.turn
        begun.push(work)
      }
      return { leave: one.leave, begun: note() }
    }
    const [a, b, c] = ['a', 'b', 'c'].map((work) => enter('patient', work))
    const first = enter('new 1', 'x')
    a!.leave()
    await b!.begun
    const second = enter('new 2', 'y')
    b!.leave()
    await first.begun
    const third = enter('new 3', 'z')
    for (const one of [first, c!, second, third]) {
      await one.begun
      one.leave()
    }
    expect(begun).toEqual(['a', 'b', 'x', 'c', 'y', 'z'])
  })

  it('puts what people wait for before what nobody asked for', async () => {
    const line = createLine({ atOnce: 2, atOnceEach: 1, waitingEach: 50 })
    const running = join(line, anOrder('g1', 'x'))
    const unasked = join(line, anOrder('g1', 'link', { unasked: true }))
    const asked = join(line, anOrder('g1', 'asked'))
    expect([unasked.places, asked.places]).toEqual([[1], [1]])
    running.leave()
    await asked.turn
    expect(unasked.state.hasTurn).toBe(false)
  })

  it('gives two of the same work one place, also while it runs', async () => {
    const line = createLine({ atOnce: 4, atOnceEach: 1, waitingEach: 1 })
    const running = join(line, anOrder('g1', 'x'))
    const alsoRunning = join(line, anOrder('g1', 'x'))
    await alsoRunning.turn
    const waiting = [join(line, anOrder('g1', 'y')), join(line, anOrder('g1', 'y'))]
    expect(waiting.map(({ places }) => places)).toEqual([[1], [1]])
    running.leave()
    await settle()
    expect(waiting[0]!.state.hasTurn).toBe(false)
    alsoRunning.leave()
    await Promise.all(waiting.map(({ turn }) => turn))
  })

  it('forgets who stops waiting, and closes the gap', async () => {
    const line = createLine({ atOnce: 1, atOnceEach: 1, waitingEach: 5 })
    const running = join(line, anOrder('g1', 'x'))
    const controller = new AbortController()
    const leaving = join(line, anOrder('g1', 'y'), controller.signal)
    const staying = join(line, anOrder('g1', 'z'))
    controller.abort()
    await leaving.turn
    expect(leaving.state.failure).toMatchObject({ code: 'cancelled' })
    expect(staying.places).toEqual([2, 1])
    running.leave()
    running.leave()
    await staying.turn
    staying.leave()
    await join(line, anOrder('g1', 'later')).turn
  })
})
