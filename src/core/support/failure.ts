import type { DropReason } from '../claim.ts'

/** Why a claim says more than its proof; `detail` names the words, for the model that may correct it. */
export interface Failure {
  readonly why: DropReason
  readonly detail: string
  /** The name that is missing, as names are compared. */
  readonly name?: string
  /** A neighbour of the proof cannot put it right. */
  readonly isFinal?: true
}
