const DOMAIN = /^(?=.{3,253}$)[a-z0-9_-]{1,63}(?:\.[a-z0-9_-]{1,63})+$/u

/**
 * A domain as a person writes it (`example.com`, `*.example.com`, `https://www.example.com/page`), in the spelling that
 * addresses have: lower case, punycode, without `www`. Null for what names no domain.
 */
export function parseDomain(raw: string): string | null {
  const typed = raw.trim().toLowerCase().replace(/^\*\./u, '')
  if (/[@\s]/u.test(typed)) return null
  const url = URL.parse(/^[a-z][a-z0-9+.-]*:/u.test(typed) ? typed : `https://${typed}`)
  if (url === null || !/^https?:$/u.test(url.protocol)) return null
  const domain = domainOf(url).replace(/^www\./u, '')
  // `1.5` is an address to a browser, and a slip of the finger to everybody else.
  const isNumber = /^[\d.]+$/u.test(domain) && !typed.includes(domain)
  return DOMAIN.test(domain) && !isNumber ? domain : null
}

export const domainOf = ({ hostname }: URL): string => hostname.replace(/\.$/u, '')

/** Whether a domain is this one or a part of it: `blog.example.com` is one of `example.com`. */
export const isWithinDomain = (domain: string, whole: string): boolean =>
  domain === whole || domain.endsWith(`.${whole}`)
