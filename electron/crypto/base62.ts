const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'
const valueOf = new Map([...digits].map((digit, value) => [digit, BigInt(value)]))

/** The number in base62, padded with zeros to `length` digits. */
export function toBase62(number: bigint, length: number): string {
  let text = ''
  for (let rest = number; rest > 0n; rest /= 62n) text = digits[Number(rest % 62n)] + text
  if (text.length > length) throw new RangeError(`needs ${text.length} base62 digits`)
  return text.padStart(length, '0')
}

/** Only for text of base62 digits. */
export function fromBase62(text: string): bigint {
  let number = 0n
  for (const digit of text) {
    const value = valueOf.get(digit)
    if (value === undefined) throw new RangeError('not base62')
    number = number * 62n + value
  }
  return number
}
