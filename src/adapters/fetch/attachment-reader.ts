import type { RawDocument } from '../../app/ports.ts'
import { FootnoteError } from '../../core/error.ts'
import { createOpener, type OpenerOptions } from './opener.ts'
import { type Gate, requireOrdinaryAddress } from './web-gate.ts'

/** Discord's own file servers are judged like any public address; a configured stand-in may be private. */
const PUBLIC_ORIGINS = new Set(['https://cdn.discordapp.com', 'https://media.discordapp.net'])

/** A gate for one file. What may be private is reached as the address that was given, and by redirects of its own. */
function createAttachmentGate(origins: readonly string[]): Gate {
  let allowed = origins
  return (url) => {
    requireOrdinaryAddress(url)
    allowed = allowed.filter((origin) => origin === url.origin || PUBLIC_ORIGINS.has(origin))
    if (allowed.includes(url.origin)) return { trusted: !PUBLIC_ORIGINS.has(url.origin) }
    throw new FootnoteError(
      'link-refused',
      'I read attachments from Discord alone, and this one lies elsewhere. Attach the file again, or give me its text.',
    )
  }
}

/** The last part of the path, decoded where that is possible. */
function fileName(url: string): string | null {
  const name = new URL(url).pathname.split('/').at(-1) ?? ''
  try {
    return decodeURIComponent(name) || null
  } catch {
    return name
  }
}

/**
 * Reads attachments from these origins (`https://cdn.discordapp.com`) and from nowhere else, also not by a redirect.
 * Limits and errors are those of the fetcher, and `file-unreadable` where the server does not hand the file out.
 */
export function createAttachmentReader(
  options: OpenerOptions & { readonly origins: readonly string[] },
): (url: string, signal?: AbortSignal) => Promise<RawDocument> {
  const opener = createOpener(options)
  const origins = options.origins.map((origin) => new URL(origin).origin)
  return async (url, signal) => {
    const gate = createAttachmentGate(origins)
    const { status, bytes, contentType, url: last } = await opener.open(url, { gate, signal })
    if (status !== 200) {
      throw new FootnoteError(
        'file-unreadable',
        `Discord does not hand out this file (HTTP ${status}). Attach it again, or give me its text.`,
      )
    }
    return { bytes, contentType, url: null, name: fileName(last) }
  }
}
