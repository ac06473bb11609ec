import { hostileBytes } from './bytes.ts'
import { type HostileDocument, scaleOf } from './hostile-document.ts'
import { hostileMarkup } from './markup.ts'
import { hostilePdfs } from './pdfs.ts'
import { hostileTexts } from './texts.ts'

/** All of them; `share` of their full size. */
export function hostileDocuments(share = 1): HostileDocument[] {
  const scale = scaleOf(share)
  return [...hostileMarkup(scale), ...hostileBytes(scale), ...hostileTexts(scale), ...hostilePdfs(scale)]
}
