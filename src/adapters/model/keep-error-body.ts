/** Of an error page nothing beyond this is needed to recognise it. */
const MOST_CHARACTERS = 4000

/**
 * An error answer in the one shape that the SDK keeps. It reads `{ "error": … }` only and forgets the words of servers
 * that answer `{ "detail": … }` or `{ "message": … }`, among them the name of the parameter that they refuse.
 */
export async function keepErrorBody(response: Response): Promise<Response> {
  if (response.ok) return response
  const text = await response.text()
  return new Response(bodyFor(text) || null, { status: response.status, headers: response.headers })
}

function bodyFor(text: string): string {
  try {
    const body: unknown = JSON.parse(text)
    if (typeof body === 'object' && body !== null && 'error' in body) return text
    return JSON.stringify({ error: { message: text.slice(0, MOST_CHARACTERS) } })
  } catch {
    return text.slice(0, MOST_CHARACTERS)
  }
}
