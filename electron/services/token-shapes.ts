/** One way in which a token can be written in bytes that are looked at as Latin-1. */
export type TokenShape = {
  pattern: RegExp
  /** At most so many bytes are one of it. */
  longest: number
  /** What may be a token, out of what was found. */
  read: (written: string) => string
}

/*
 * As Latin-1 each byte is one character, so that a binary file is as good as a text. JSON and URLs
 * leave a token as it is, but for over-careful programs that write _ as %5F.
 */
const digit = '[0-9A-Za-z]'
const line = '(?:_|%5[Ff])'
const plain: TokenShape = {
  pattern: new RegExp(`kw[usx]${line}${digit}{12}${line}${digit}{49}`, 'g'),
  longest: 70,
  read: (written) => written.replaceAll(/%5f/gi, '_'),
}

/** A zero byte stands between two characters of a token, whichever half of them comes first. */
const utf16: TokenShape = {
  pattern: new RegExp(
    `k\\0w\\0[usx]\\0_\\0(?:${digit}\\0){12}_\\0(?:${digit}\\0){48}${digit}`,
    'g',
  ),
  longest: 131,
  read: (written) => written.replaceAll('\0', ''),
}

/*
 * In base64 (a Kubernetes secret, a Basic header) "kwu_" is written in one of three ways, by how many
 * bytes stand before it in its group of three:
 *   none   a3d1X...      kws: a3dz   kwx: a3d4
 *   one    ?Gt3dV8...    the ? is of the byte before, and so are two bits of the G
 *   two    ??Brd3Vf...   the same
 * 66 bytes are 88 characters, with what is of the bytes around. Lines may be broken, as MIME does.
 */
const inBase64 = '(?:[\\r\\n]{0,2}[0-9A-Za-z+/_-])'
const base64 = (begins: string, rest: number, bytesBefore: number): TokenShape => ({
  pattern: new RegExp(`${begins}${inBase64}{${rest}}`, 'g'),
  longest: 100,
  read: (written) =>
    Buffer.from('A'.repeat(bytesBefore) + written.replaceAll(/[\r\n]/g, ''), 'base64')
      .subarray(bytesBefore, bytesBefore + 66)
      .toString('latin1'),
})

export const tokenShapes: TokenShape[] = [
  plain,
  utf16,
  base64('a3d[1z4]X[z0-3]', 82, 0),
  base64('[GWm2]t3(?:dV|c1|eF)[89]', 83, 1),
  base64('[BFJNRVZdhlptx159]rd3[VNh]f', 83, 2),
]
