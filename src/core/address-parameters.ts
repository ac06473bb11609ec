/** A parameter of an address, decoded where that is possible; the name in lower case. */
export interface Parameter {
  readonly name: string
  readonly value: string
  /** As it stands in the address. */
  readonly text: string
}

const decoded = (text: string): string => {
  try {
    return decodeURIComponent(text)
  } catch {
    return text
  }
}

/** `name=value` taken apart; undecodable text stays as it is. */
export function parameterOf(text: string): Parameter {
  const [name = '', ...rest] = text.split('=')
  return { name: decoded(name).toLowerCase(), value: decoded(rest.join('=')), text }
}

/** The parameters of a query in their order, empty ones left out. */
export const parametersOf = (url: URL): Parameter[] =>
  url.search
    .slice(1)
    .split('&')
    .filter((text) => text !== '')
    .map(parameterOf)

/** Written back as text: URLSearchParams would spell the parameters that stay in its own way. */
export function setParameters(url: URL, parameters: readonly Parameter[]): void {
  url.search = parameters.map(({ text }) => text).join('&')
}
