import { isAgency, otherNames } from './agencies.ts'
import type { Publisher } from './source.ts'

const words = (name: string): string =>
  name
    .toLowerCase()
    .replace(/[^\p{L}\p{M}\p{N}]+/gu, ' ')
    .trim()
    .replace(/^the /u, '')
const bare = (name: string): string => words(name).replaceAll(' ', '')

/** Sites of agencies whose domain is not called as they are. */
const AGENCY_SITE =
  /^(?:apnews\.com|ap\.org|xinhuanet\.com|news\.cn|yna\.co\.kr|presseportal\.de|jiji\.com|cna\.com\.tw|chinanews\.com(?:\.cn)?|aa\.com\.tr|ria\.ru|tass\.(?:ru|com))$/u

/** Whether a site says that an agency publishes it, although it is not the agency's: that is whom it credits. */
export function isForeignAgency({ name, domain }: Pick<Publisher, 'name' | 'domain'>): boolean {
  if (!isAgency(name) || domain === null || AGENCY_SITE.test(domain)) return false
  const labels = domain.toLowerCase().split('.').map(bare)
  return ![name, ...otherNames(name)].some((each) =>
    labels.some((label) => label === bare(each) || (bare(each).length > 2 && label.startsWith(bare(each)))),
  )
}

/**
 * Whether a credited name is the publisher's own: the same words, a part or a section of it ("CNN Business" on CNN), or
 * what its domain is called. A site that credits itself has copied nothing.
 */
export function isOwnName(name: string, publisher: Pick<Publisher, 'name' | 'domain'> | null): boolean {
  if (publisher === null) return false
  const own = words(publisher.name)
  const labels = (publisher.domain ?? '').toLowerCase().split('.').slice(0, -1)
  return [name, ...otherNames(name)].some((each) => {
    const credited = words(each)
    const domain = bare(each)
    return (
      ` ${own} `.includes(` ${credited} `) ||
      (own.length >= 3 && `${credited} `.startsWith(`${own} `)) ||
      (/^[^\s]+\.\p{L}{2,}$/u.test(each) && bare(each.split('.')[0] ?? '') === bare(publisher.name)) ||
      labels.some((label) => bare(label).replace(/^the/u, '') === domain) ||
      (publisher.domain !== null && bare(publisher.domain) === domain)
    )
  })
}
