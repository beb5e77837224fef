import fc from 'fast-check'

/** An address as the number it is, beside one of the ways to write it. */
export type Address = { family: 4 | 6; value: bigint; text: string }

/** `value` shares all but its last `freeBits` bits with every address inside. */
export type Network = Address & { freeBits: bigint }

const widthOf = (family: 4 | 6) => (family === 4 ? 32 : 128)

const dotted = (value: bigint) =>
  [24n, 16n, 8n, 0n].map((shift) => (value >> shift) & 255n).join('.')

const groups = (value: bigint) =>
  Array.from({ length: 8 }, (_, nth) => (value >> BigInt(112 - 16 * nth)) & 0xffffn)

const full = (value: bigint) =>
  groups(value)
    .map((group) => group.toString(16).padStart(4, '0'))
    .join(':')

/** RFC 5952: the longest run of zeros is left out. */
function short(value: bigint): string {
  const plain = groups(value)
    .map((group) => group.toString(16))
    .join(':')
  const runs = [...plain.matchAll(/(?:^|:)0(?::0)+(?=:|$)/g)].map(([run]) => run)
  const longest = runs.toSorted((a, b) => b.length - a.length)[0]
  return longest === undefined
    ? plain
    : plain.replace(longest, ':').replace(/^:(?!:)|(?<!:):$/, '::')
}

/** Ways to write an address, the mapped ones of an IPv4 address included. */
const spellings: Record<4 | 6, ((value: bigint) => string)[]> = {
  4: [
    dotted,
    dotted,
    (value) => `::ffff:${dotted(value)}`,
    (value) => `::FFFF:${(value >> 16n).toString(16)}:${(value & 0xffffn).toString(16)}`,
  ],
  6: [full, short, (value) => short(value).toUpperCase()],
}

const value4 = fc
  .tuple(...Array.from({ length: 4 }, () => fc.constantFrom(0, 1, 10, 127, 128, 255)))
  .map((octets) => octets.reduce((sum, octet) => (sum << 8n) + BigInt(octet), 0n))
const value6 = fc
  .tuple(...Array.from({ length: 8 }, () => fc.constantFrom(0, 0, 1, 0xdb8, 0x2001, 0xffff)))
  .map((parts) => parts.reduce((sum, part) => (sum << 16n) + BigInt(part), 0n))
  // The range of mapped addresses is IPv4, however it is written.
  .filter((value) => value >> 32n !== 0xffffn)

export const anAddress: fc.Arbitrary<Address> = fc.oneof(addressOf(4, value4), addressOf(6, value6))

function addressOf(family: 4 | 6, values: fc.Arbitrary<bigint>): fc.Arbitrary<Address> {
  return fc
    .tuple(values, fc.nat(spellings[family].length - 1))
    .map(([value, nth]) => ({ family, value, text: spellings[family][nth]!(value) }))
}

/** One to three networks, most of them around an address: it is their neighbour or lies inside. */
export function networksFor(from: Address): fc.Arbitrary<Network[]> {
  return fc.array(fc.oneof({ weight: 4, arbitrary: around(from) }, elsewhere, everywhere), {
    minLength: 1,
    maxLength: 3,
  })
}

/** Equal up to its last fixed bit, or different in just that one, or in the first that is free. */
function around({ family, value }: Address): fc.Arbitrary<Network> {
  const width = widthOf(family)
  return fc
    .tuple(fc.nat(width), fc.constantFrom('same', 'last fixed', 'first free'), fc.nat(7))
    .map(([bits, changed, spelling]) => {
      const freeBits = width - bits
      const at = changed === 'last fixed' ? freeBits : freeBits - 1
      const flip = changed === 'same' || at < 0 || at >= width ? 0n : 1n << BigInt(at)
      return network(family, value ^ flip, bits, spelling)
    })
    .filter(({ family: of, value: base }) => of === 4 || base >> 32n !== 0xffffn)
}

const elsewhere = fc
  .tuple(anAddress, fc.nat(128), fc.nat(7))
  .map(([{ family, value }, bits, spelling]) =>
    network(family, value, Math.min(bits, widthOf(family)), spelling),
  )

/** All addresses of one family. */
const everywhere = fc.constantFrom<(4 | 6)[]>(4, 6).map((family) => network(family, 0n, 0, 0))

function network(family: 4 | 6, value: bigint, bits: number, spelling: number): Network {
  const write = spellings[family][spelling % spellings[family].length]!
  const text = write(value)
  // A mapped network counts its bits from the beginning of the IPv6 address.
  const written = family === 4 && text.includes(':') ? bits + 96 : bits
  const isHost = bits === widthOf(family) && spelling > 3
  return {
    family,
    value,
    freeBits: BigInt(widthOf(family) - bits),
    text: isHost ? text : `${text}/${written}`,
  }
}
