/** Vocabularies differ by a third at most; a server that counts less than this share has not been given it all. */
const LEAST_SHARE_READ = 0.6
/** Contexts are multiples of 1,024: a count that ends there, and is short of ours, ended because there was no more room. */
const CONTEXT_STEP = 1024
const SHARE_READ_AT_A_STEP = 0.92
const TOKENS_OFF_A_STEP = 3

/** Whether a server that counted `read` tokens cannot have been given all of about `expected`. */
export function isCut(read: number, expected: number): boolean {
  const belowStep = (CONTEXT_STEP - (read % CONTEXT_STEP)) % CONTEXT_STEP
  return (
    read < expected * LEAST_SHARE_READ ||
    (belowStep <= TOKENS_OFF_A_STEP && read < expected * SHARE_READ_AT_A_STEP)
  )
}
