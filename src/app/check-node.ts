import { type Check, failed, ok } from './check.ts'

const LEAST = 24

/** `version` as `process.versions.node` says it. */
export function checkNode(version: string): Check {
  if (Number.parseInt(version, 10) >= LEAST) return ok('Node', `Version ${version}.`)
  const remedy = `Start it with npm, as in npm start, after npm ci: that brings a fitting Node. Or install Node ${LEAST} from nodejs.org.`
  return failed('Node', `This is Node ${version}, and Footnote needs ${LEAST} or newer.`, remedy)
}
