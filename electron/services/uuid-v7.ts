/**
 * Makes UUIDs of version 7 (RFC 9562): 48 bits of milliseconds, 12 bits of counter, 62 random bits.
 * The counter keeps the order of creation within a millisecond, and when the clock goes back.
 */
export function createUuidV7(given: {
  now: () => number
  randomBytes: (count: number) => Uint8Array
}) {
  let lastMoment = 0
  let counter = 0
  return (): string => {
    const moment = given.now()
    if (moment > lastMoment) {
      lastMoment = moment
      counter = 0
    } else if (++counter > 0xfff) {
      lastMoment += 1
      counter = 0
    }
    const random = given.randomBytes(8)
    random[0] = (random[0]! & 0x3f) | 0x80
    const hex =
      lastMoment.toString(16).padStart(12, '0') +
      (0x7000 | counter).toString(16) +
      Array.from(random, (byte) => byte.toString(16).padStart(2, '0')).join('')
    return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, '$1-$2-$3-$4-$5')
  }
}
