import type { FetchedDocument } from '../../app/ports.ts'
import type { DocumentReply } from './exchange.ts'
import { asksNotToBeKept, readValidators, retryAfterOf } from './reply-facts.ts'

/** What the last hop answered, as the `Fetcher` port has it. `wasConditional`: it was asked only for what is new. */
export function documentOf(
  { status, contentType, headers, bytes }: DocumentReply,
  url: URL,
  { wasConditional }: { readonly wasConditional: boolean },
): FetchedDocument {
  return {
    url: url.href,
    status,
    contentType,
    bytes,
    name: null,
    isUnchanged: wasConditional && status === 304,
    validators: readValidators(headers, url),
    noArchive: asksNotToBeKept(headers),
    retryAfter: retryAfterOf(headers, Date.now()),
  }
}
