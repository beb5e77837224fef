/**
 * A rule for names as people write it: `*` is any text, also none, `?` one character, `#` one
 * digit; everything else stands for itself, case as typed.
 */
export function fitsPattern(name: string, pattern: string): boolean {
  const [text, wanted] = [[...name], [...pattern]]
  // Behind the last `*` so far: where to go on when what follows does not fit. Earlier ones never
  // need another look, so there is no pattern that takes long.
  let retry: { inText: number; inWanted: number } | null = null
  let [inText, inWanted] = [0, 0]
  while (inText < text.length) {
    if (wanted[inWanted] === '*') {
      inWanted += 1
      retry = { inText, inWanted }
    } else if (fitsOne(text[inText], wanted[inWanted])) {
      inText += 1
      inWanted += 1
    } else if (retry) {
      retry.inText += 1
      ;({ inText, inWanted } = retry)
    } else return false
  }
  return wanted.slice(inWanted).every((rest) => rest === '*')
}

/** One of the patterns is enough; where there are none, every name fits. */
export const fitsOneOf = (name: string, patterns: readonly string[]): boolean =>
  patterns.length === 0 || patterns.some((pattern) => fitsPattern(name, pattern))

/** A name that fits, for showing what is meant. */
export const exampleOf = (pattern: string): string =>
  [...pattern]
    .map((one) => (one === '*' ? 'Text' : one === '?' ? 'x' : one === '#' ? '7' : one))
    .join('')

const fitsOne = (given: string | undefined, wanted: string | undefined): boolean =>
  wanted === '?' || (wanted === '#' ? /^[0-9]$/.test(given ?? '') : given === wanted)
