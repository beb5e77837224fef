/** In the order of ASCII, so that of two texts of one length the larger number is the larger text. */
const digits = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz'

/** So many random bits in base62; `randomBytes` is node's, or a test's. */
export function randomBase62(
  randomBytes: (size: number) => Uint8Array,
  { bits, length }: { bits: number; length: number },
): string {
  const bytes = Buffer.from(randomBytes(Math.ceil(bits / 8)))
  return toBase62(BigInt.asUintN(bits, BigInt(`0x${bytes.toString('hex')}`)), length)
}

/** The number in base62, padded with zeros to `length` digits. */
export function toBase62(number: bigint, length: number): string {
  let text = ''
  for (let rest = number; rest > 0n; rest /= 62n) text = digits[Number(rest % 62n)] + text
  if (text.length > length) throw new RangeError(`needs ${text.length} base62 digits`)
  return text.padStart(length, '0')
}
