/** A small context is for reading: no more of it than this share is kept free for the reply. */
const REPLY_SHARE = 0.25

/** Tokens that a reply may have where the host allows `wanted` and the model reads `contextTokens` at once. */
export const replyRoom = (contextTokens: number, wanted: number): number =>
  Math.min(wanted, Math.floor(contextTokens * REPLY_SHARE))
