import { parametersOf, setParameters } from './address-parameters.ts'
import { withoutSecretParameters } from './secret-parameters.ts'
import { withoutSecretSegments } from './secret-paths.ts'

// Addresses that open something only because whoever holds them may: signed files, sessions, links to set a password,
// gift links of newspapers. They are opened as they were given; what is stored and shown loses these parts.

/** The address without tokens, signatures, session ids and keys. It may not open the page any more. */
export function withoutSecrets(address: URL): URL {
  const url = new URL(address)
  const parameters = parametersOf(url)
  const kept = withoutSecretParameters(parameters)
  if (kept.length < parameters.length) setParameters(url, kept)
  const path = withoutSecretSegments(url)
  if (path !== url.pathname) url.pathname = path
  return url
}

/** Whether what it opens may be meant for whoever holds the address alone. */
export const holdsSecret = (address: URL): boolean => withoutSecrets(address).href !== address.href
