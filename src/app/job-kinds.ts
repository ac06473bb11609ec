import type { Turn } from '../core/answer.ts'
import type { Article } from '../core/article.ts'
import type { Claim } from '../core/claim.ts'
import type { EngineChoice, SourceRequest, SummaryChoice } from './assistant.ts'

/** A file as JSON has it. */
export type SourceJson =
  | Exclude<SourceRequest, { readonly kind: 'file' }>
  | (Omit<Extract<SourceRequest, { readonly kind: 'file' }>, 'bytes'> & { readonly base64: string })

/** What front-ends have done by whoever does jobs: by kind, what each is told. */
export interface JobInputs {
  readonly read: { readonly source: SourceJson; readonly refresh: boolean }
  readonly summarize: {
    readonly article: Article
    readonly choice: SummaryChoice
    readonly guildId: string | null
  }
  readonly answer: {
    readonly article: Article
    readonly turns: readonly Turn[]
    readonly question: string
    readonly choice: EngineChoice
    readonly guildId: string | null
  }
  readonly ask: {
    readonly conversationId: string
    readonly question: string
    readonly choice: EngineChoice
    readonly guildId: string | null
    readonly personId: string | undefined
    readonly messageId: string | null
    readonly unseen: boolean
  }
  readonly voices: { readonly article: Article }
  readonly gone: { readonly claims: readonly Claim[]; readonly newer: Article }
}

export type JobKind = keyof JobInputs

export const sourceToJson = (source: SourceRequest): SourceJson => {
  if (source.kind !== 'file') return source
  const { bytes, ...rest } = source
  return { ...rest, base64: Buffer.from(bytes).toString('base64') }
}

export const sourceFromJson = (json: SourceJson): SourceRequest => {
  if (json.kind !== 'file') return json
  const { base64, ...rest } = json
  return { ...rest, bytes: new Uint8Array(Buffer.from(base64, 'base64')) }
}
