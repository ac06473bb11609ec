import { cpSync, mkdirSync, readFileSync } from 'node:fs'
import { dirname, join } from 'node:path'

// The image without Docker: what the Dockerfile says, and the files that it would hold.

export interface Instruction {
  readonly name: string
  readonly rest: string
}

/** The instructions of a Dockerfile, continued lines joined, each stage a list. */
export function readDockerfile(file = 'Dockerfile'): readonly (readonly Instruction[])[] {
  const lines = readFileSync(file, 'utf8')
    .replaceAll(/^#.*\n/gmu, '')
    .replaceAll(/\\\n\s*/gu, ' ')
    .split('\n')
    .filter((line) => line.trim() !== '')
  const stages: Instruction[][] = []
  for (const line of lines) {
    const [, name = '', rest = ''] = /^([A-Z]+)\s+(.*)$/u.exec(line) ?? []
    if (name === 'FROM') stages.push([])
    stages.at(-1)?.push({ name, rest })
  }
  return stages
}

export interface Copy {
  readonly from: string
  readonly to: string
}

/** What a stage copies out of the checkout, relative to it and to the image's folder. */
export const copiesOf = (stage: readonly Instruction[]): readonly Copy[] =>
  stage
    .filter(({ name, rest }) => name === 'COPY' && !rest.startsWith('--from'))
    .flatMap(({ rest }) => {
      const paths = rest.split(/\s+/u)
      const target = paths.at(-1) ?? ''
      return paths
        .slice(0, -1)
        .map((from) => ({ from, to: target.endsWith('/') ? join(target, from) : target }))
    })

/** Lays out what the last stage copies. */
export function layOutImage(folder: string): void {
  for (const { from, to } of copiesOf(readDockerfile().at(-1) ?? [])) {
    mkdirSync(dirname(join(folder, to)), { recursive: true })
    cpSync(from, join(folder, to), { recursive: true })
  }
}
