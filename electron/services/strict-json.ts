/** Deeper is nobody's record; counted before anything recursive sees the text. */
export const mostJsonDepth = 16

/**
 * One JSON value, or null where it could be read in two ways or not at all: a key twice in one
 * object, `__proto__`, a number beyond what a double holds, too deep, or no JSON (RFC 8259).
 */
export function parseStrictJson(text: string): { value: unknown } | null {
  if (isAmbiguous(text)) return null
  try {
    return { value: JSON.parse(text) as unknown }
  } catch {
    return null
  }
}

// A text that does not end is one to the end of the body: were it no match, each quotation mark in it
// would be tried as the beginning of another, and a megabyte of them takes minutes.
const tokens = /"(?:[^"\\]|\\.)*(?:"|\\?$)|-?\d[\d.eE+-]*|[{}[\],:]/gsu

/** Looks only at what JSON.parse lets pass; what is no JSON at all is left to it. */
function isAmbiguous(text: string): boolean {
  const open: (Set<string> | null)[] = []
  let last = ''
  for (const [token] of text.matchAll(tokens)) {
    if (token === '{' || token === '[') {
      if (open.length === mostJsonDepth) return true
      open.push(token === '{' ? new Set() : null)
    } else if (token === '}' || token === ']') {
      open.pop()
    } else if (token === ':') {
      if (isRepeated(last, open.at(-1))) return true
    } else if (/^[-\d]/.test(token) && !Number.isFinite(Number(token))) {
      return true
    }
    last = token
  }
  return false
}

function isRepeated(key: string, keys: Set<string> | null | undefined): boolean {
  const name = keyOf(key)
  if (name === '__proto__' || keys?.has(name)) return true
  keys?.add(name)
  return false
}

/** `"a"` and `"\u0061"` are one key. */
function keyOf(token: string): string {
  try {
    return String(JSON.parse(token))
  } catch {
    return token
  }
}
