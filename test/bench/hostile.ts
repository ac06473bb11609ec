import { type ChildProcess, fork } from 'node:child_process'
import { fileURLToPath } from 'node:url'
import { hostileDocuments } from '../support/hostile-documents/all.ts'
import type { Measured } from './hostile-process.ts'

const PROCESS = fileURLToPath(new URL('hostile-process.ts', import.meta.url))
/** A document that is not done then holds up everybody for ever. */
const GIVEN_UP = 60_000
const MOST_PROCESSOR = 3000
const LONGEST_STRETCH = 50

/**
 * Each hostile document on the whole way that people meet: read, summarised by the built-in engine, stored, shown, asked
 * about, and who says what. Prints how it ended, its time on the processor, and the longest stretch in which the
 * main thread, and with it every other reader, waited for it.
 */
export async function benchHostile(share: number, named: string | null): Promise<void> {
  const documents = hostileDocuments(share)
  let child: ChildProcess | null = null
  let [slow, long] = [0, 0]
  let measured = 0
  for (const [index, { name }] of documents.entries()) {
    if (named !== null && !name.includes(named)) continue
    child ??= await start(share)
    const result = await ask(child, index)
    measured += 1
    if (result === null) {
      child.kill('SIGKILL')
      child = null
      slow += 1
      console.log(`hostile    NEVER ENDS  ${name}`)
      continue
    }
    const worst = result.steps.toSorted((one, other) => other.longest - one.longest)[0]
    const longest = worst?.longest ?? 0
    if (result.processor > MOST_PROCESSOR) slow += 1
    if (longest > LONGEST_STRETCH) long += 1
    const mark = result.processor > MOST_PROCESSOR || longest > LONGEST_STRETCH ? '!' : ' '
    const stretches = result.steps
      .map(({ step, longest: most, processor }) => `${step} ${most.toFixed(0)}/${processor.toFixed(0)}`)
      .join(', ')
    console.log(
      `hostile  ${mark} ${result.processor.toFixed(0).padStart(6)} ms, stretch ${longest.toFixed(0).padStart(5)} ms  ${result.end.padEnd(17)} ${name}  (${stretches})`,
    )
  }
  child?.disconnect()
  console.log(
    `hostile    ${measured} documents: ${slow} took more than ${MOST_PROCESSOR} ms of processor, ${long} held the main thread for more than ${LONGEST_STRETCH} ms`,
  )
}

async function start(share: number): Promise<ChildProcess> {
  const child = fork(PROCESS, [String(share)], { stdio: ['ignore', 'ignore', 'inherit', 'ipc'] })
  await new Promise((resolve, reject) => child.once('message', resolve).once('error', reject))
  return child
}

function ask(child: ChildProcess, index: number): Promise<Measured | null> {
  return new Promise((resolve) => {
    const timer = setTimeout(() => end(null), GIVEN_UP)
    const end = (result: Measured | null): void => {
      clearTimeout(timer)
      child.removeAllListeners('message')
      child.removeAllListeners('exit')
      resolve(result)
    }
    child.once('message', (result: Measured) => end(result))
    child.once('exit', () => end(null))
    child.send(index)
  })
}
