// What tells a key from a word: keys are made by machines.

/** Header and payload of a JSON Web Token, both objects in base64url (RFC 7519). */
const WEB_TOKEN = /(?:^|[^\w-])eyJ[\w-]{8,}\.[\w-]{8,}/u
/** Keys that say themselves whose they are: of OpenAI, GitHub, GitLab, Slack, Stripe, Google, Amazon, Hugging Face, SendGrid. */
const KNOWN_KEY =
  /(?:^|[^A-Za-z\d])(?:sk-(?:proj|ant|or)-[\w-]{12,}|sk-(?=\w*\d)(?=\w*[A-Z])\w{20,}|gh[opsu]_\w{20,}|github_pat_\w{20,}|glpat-[\w-]{16,}|xox[abeprs]-[\w-]{10,}|[sr]k_(?:live|test)_\w{10,}|AIza[\w-]{20,}|A[KS]IA[A-Z\d]{16}|hf_\w{20,}|SG\.[\w-]{16,})/u
const UUID = /^[\da-f]{8}-[\da-f]{4}-[\da-f]{4}-[\da-f]{4}-[\da-f]{12}$/iu
const MACHINE_MADE = /^[\w.~+/=-]+$/u
const LEAST_ANY = 32
const ANY_CHANGES = 0.4

/** 0 for what parts words. */
function kindOf(character: string): number {
  if (character >= '0' && character <= '9') return 1
  if (character >= 'a' && character <= 'z') return 2
  return character >= 'A' && character <= 'Z' ? 3 : 0
}

/**
 * How often the kind of character changes from one to the next, as a share of the length: in words and numbers, characters
 * of a kind follow one another; in keys the kind changes about every other time.
 */
function changes(value: string): number {
  let count = 0
  for (let index = 1; index < value.length; index += 1) {
    const [before, here] = [kindOf(value[index - 1]!), kindOf(value[index]!)]
    if (before !== here && before !== 0 && here !== 0) count += 1
  }
  return count / value.length
}

/** Whether it looks like a key where one may stand: `least` characters, a digit, and `share` of changes between kinds. */
export const isMachineMade = (value: string, least: number, share: number): boolean =>
  value.length >= least && MACHINE_MADE.test(value) && /\d/u.test(value) && changes(value) >= share

/** Whether it is a key wherever it stands. */
export const isKey = (value: string): boolean =>
  WEB_TOKEN.test(value) ||
  KNOWN_KEY.test(value) ||
  (isMachineMade(value, LEAST_ANY, ANY_CHANGES) && /[a-z]/u.test(value) && /[A-Z]/u.test(value))

export const isUuid = (value: string): boolean => UUID.test(value)

/** An e-mail address: of whoever got the link. */
export const isMailAddress = (value: string): boolean =>
  value.length < 255 && /^[^\s@/?&:]+@[a-z\d-]+(?:\.[a-z\d-]+)+$/iu.test(value)
