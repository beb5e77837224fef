/** Rows that fingers run along, forward or backward; German and French keyboards too. */
const rows = [
  'abcdefghijklmnopqrstuvwxyz',
  '01234567890',
  'qwertyuiop',
  'qwertzuiop',
  'azertyuiop',
  'asdfghjkl',
  'qsdfghjklm',
  'zxcvbnm',
  'yxcvbnm',
  'wxcvbn',
  '!@#$%^&*()',
  '1qaz',
  '2wsx',
  '3edc',
  '4rfv',
  '5tgb',
  '6yhn',
  '7ujm',
  '8ik',
  '9ol',
]
const runs = rows.flatMap((row) => [row, [...row].toReversed().join('')])

/** The longest piece whose repetition is still no password. */
const longestPiece = 10

/** Whether the whole text is one short piece over and over, the last one perhaps cut off. */
export function isRepeated(text: string): boolean {
  const longest = Math.min(longestPiece, Math.floor(text.length / 2))
  for (let piece = 1; piece <= longest; piece += 1) {
    if (
      text.startsWith(
        text
          .slice(0, piece)
          .repeat(Math.ceil(text.length / piece))
          .slice(0, text.length),
      )
    )
      return true
  }
  return false
}

/** Whether the whole text is runs of three or more along the alphabet, the numbers or a keyboard. */
export const isRun = (text: string): boolean =>
  isCovered(text, (from) =>
    lengthsFrom(3, text, from, (piece) => runs.some((run) => run.includes(piece))),
  )

/** Whether the text is only these words (one of them at least), digits and marks. */
export function isMadeOf(text: string, words: string[]): boolean {
  if (!words.some((word) => text.includes(word))) return false
  return isCovered(text, (from) => {
    const ends = words.filter((word) => text.startsWith(word, from)).map((word) => word.length)
    return /^[^\p{L}]/u.test(text.slice(from, from + 2)) ? [...ends, 1] : ends
  })
}

/** Whether pieces, as `piecesAt` names their lengths, can be laid from the first to the last letter. */
function isCovered(text: string, piecesAt: (from: number) => number[]): boolean {
  const reachable = new Set([0])
  for (let from = 0; from < text.length; from += 1) {
    if (!reachable.has(from)) continue
    for (const length of piecesAt(from)) reachable.add(from + length)
  }
  return text.length > 0 && reachable.has(text.length)
}

function lengthsFrom(
  shortest: number,
  text: string,
  from: number,
  isPiece: (piece: string) => boolean,
): number[] {
  const lengths: number[] = []
  for (let length = shortest; from + length <= text.length; length += 1) {
    if (!isPiece(text.slice(from, from + length))) break
    lengths.push(length)
  }
  return lengths
}
