import { honestClaim, passagesIn } from '../support/honest-model.ts'
import type { Script } from '../support/loopback-model.ts'

/** Makes one true point and one that it invents with its quote, and insists on both when asked again. */
export const lyingModel: Script = (call) => {
  const [first] = passagesIn(call)
  const invented = {
    text: 'Harbour master Falkum resigned in tears.',
    passage: 'P2',
    quote: 'Falkum resigned in tears after the vote',
    speaker: 'Ingrid Falkum',
  }
  const claims = first === undefined ? [invented] : [honestClaim(first), invented]
  return { kind: 'reply', text: JSON.stringify({ claims }) }
}
