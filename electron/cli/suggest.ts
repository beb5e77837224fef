/** The word that was probably meant; null where none is close. */
export function closest(typed: string, known: readonly string[]): string | null {
  const ranked = known
    .map((word) => ({ word, edits: editsBetween(typed, word) }))
    .toSorted((a, b) => a.edits - b.edits)
  const [best] = ranked
  return best && best.edits <= Math.max(1, Math.floor(best.word.length / 3)) ? best.word : null
}

/** Letters to add, drop, change or swap with their neighbour. */
function editsBetween(a: string, b: string): number {
  const row = (length: number, first: number) =>
    Array.from({ length }, (_, index) => (index === 0 ? first : 0))
  let before: number[] = []
  let last = Array.from({ length: b.length + 1 }, (_, index) => index)
  for (let i = 1; i <= a.length; i++) {
    const next = row(b.length + 1, i)
    for (let j = 1; j <= b.length; j++) {
      const isSame = a[i - 1] === b[j - 1]
      const isSwapped = i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1]
      next[j] = Math.min(
        last[j]! + 1,
        next[j - 1]! + 1,
        last[j - 1]! + (isSame ? 0 : 1),
        ...(isSwapped ? [before[j - 2]! + 1] : []),
      )
    }
    before = last
    last = next
  }
  return last[b.length]!
}
