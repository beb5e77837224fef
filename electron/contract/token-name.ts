const longest = 120

/**
 * A name that is not taken yet: `ERP nightly` becomes `ERP nightly (2)`. Spelling is no difference,
 * since names that differ in it alone are one name.
 */
export function freeName(name: string, taken: readonly string[]): string {
  const used = new Set(taken.map(folded))
  if (!used.has(folded(name))) return name
  const [, stem = name, last] = /^(.*?) \((\d{1,6})\)$/.exec(name) ?? []
  for (let number = Number(last ?? 1) + 1; ; number++) {
    const ending = ` (${number})`
    const next = `${cutTo(longest - ending.length, stem)}${ending}`
    if (!used.has(folded(next))) return next
  }
}

const folded = (name: string) => name.normalize('NFKC').toLowerCase()

/** Without half a character at its end. */
const cutTo = (length: number, text: string) =>
  text
    .slice(0, length)
    .replace(/[\uD800-\uDBFF]$/, '')
    .trimEnd()
