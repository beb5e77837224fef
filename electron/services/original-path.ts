/** The longest path that is looked at. */
const mostCharacters = 2_048

const strictUtf8 = new TextDecoder('utf-8', { fatal: true })

/** RFC 3986 `pchar` without `;`, which some servers cut a segment at, and without raw bytes. */
const plainPath = /^\/(?:[A-Za-z0-9._~!$&'()*+,=:@/-]|%[0-9A-Fa-f]{2})*$/

/** What a decoded segment must not hold: separators, a second encoding, what is not seen. */
const unsafe = /[/\\;?#%\p{Cc}]/u

/**
 * The segments of a path as a client sent it, each decoded once; null where two programs could
 * read it in two ways. Nothing is ever made right: the application behind the proxy gets the raw
 * path, and must not read another one in it than was judged. Refused are dot segments, `//`, what
 * encodes a slash, a backslash, a percent sign, a semicolon or a control character, bytes that are
 * no UTF-8, and all that is no path (`*`, `http://…`).
 *
 * One slash at the end makes no difference, as to many frameworks it makes none: a rule for
 * `/orders` that did not fit `/orders/` would leave that to a weaker one below it.
 */
export function segmentsOf(target: string): string[] | null {
  const raw = target.split('?', 1)[0]!
  if (raw.length > mostCharacters || !plainPath.test(raw)) return null
  const parts = raw.slice(1).split('/')
  if (parts.at(-1) === '') parts.pop()
  const segments: string[] = []
  for (const part of parts) {
    const segment = decoded(part)
    if (segment === null || segment === '' || segment === '.' || segment === '..') return null
    if (unsafe.test(segment)) return null
    segments.push(segment)
  }
  return segments
}

function decoded(part: string): string | null {
  if (!part.includes('%')) return part
  const bytes = part.replace(/%([0-9A-Fa-f]{2})/g, (_all, hex: string) =>
    String.fromCharCode(Number.parseInt(hex, 16)),
  )
  try {
    return strictUtf8.decode(Buffer.from(bytes, 'latin1'))
  } catch {
    return null
  }
}
