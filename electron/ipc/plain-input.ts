/** As UTF-16 and a little for each value; the largest honest input is a tenth of it. */
const largestBytes = 256 * 1024
const deepest = 16

/**
 * Whether an input is made of plain values only, and small enough to be looked at. Structured
 * clone also carries Maps, Dates, buffers, cycles and arrays with a billion holes; a shared part
 * counts each time it is met, so that a few objects cannot unfold into millions.
 */
export function isPlainInput(input: unknown): boolean {
  let bytes = 0
  const fits = (more: number) => (bytes += more) <= largestBytes

  function isPlain(value: unknown, depth: number): boolean {
    if (!fits(8) || depth > deepest) return false
    if (typeof value === 'string') return fits(value.length * 2)
    if (typeof value !== 'object' || value === null)
      return ['undefined', 'number', 'boolean'].includes(typeof value) || value === null
    if (Array.isArray(value))
      return (
        value.length * 8 <= largestBytes &&
        Array.from(value).every((one) => isPlain(one, depth + 1))
      )
    const prototype: unknown = Object.getPrototypeOf(value)
    if (prototype !== Object.prototype && prototype !== null) return false
    for (const key in value) {
      if (key === '__proto__' || !fits(key.length * 2)) return false
      if (!isPlain((value as Record<string, unknown>)[key], depth + 1)) return false
    }
    return true
  }

  return isPlain(input, 0)
}
