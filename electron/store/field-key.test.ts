import { fc, test } from '@fast-check/vitest'
import { expect, it } from 'vitest'
import type { FieldType } from '../contract/field'
import { fieldKey } from './field-key'

const order = (a: string, b: string) => Math.sign(Buffer.compare(Buffer.from(a), Buffer.from(b)))
const key = (type: FieldType, value: string | number | boolean) => fieldKey({ type }, value)

test.prop([fc.maxSafeInteger(), fc.maxSafeInteger()])(
  'Keys of whole numbers sort as the numbers do',
  (a, b) => {
    expect(order(key('integer', a), key('integer', b))).toBe(Math.sign(a - b) + 0)
  },
)

const number = fc.double({ noNaN: true, noDefaultInfinity: true })
test.prop([number, number])('Keys of numbers sort as the numbers do', (a, b) => {
  expect(order(key('number', a), key('number', b))).toBe(a < b ? -1 : a > b ? 1 : 0)
})

const cents = fc.bigInt({ min: -(10n ** 40n), max: 10n ** 40n })
const decimal = (amount: bigint) => {
  const digits = String(amount < 0n ? -amount : amount).padStart(4, '0')
  return `${amount < 0n ? '-' : ''}${digits.slice(0, -3).replace(/^0+(?=\d)/, '')}.${digits.slice(-3)}`
}
test.prop([cents, cents])('Keys of decimals sort as the amounts do', (a, b) => {
  expect(order(key('decimal', decimal(a)), key('decimal', decimal(b)))).toBe(
    a < b ? -1 : a > b ? 1 : 0,
  )
})

it.each<[FieldType, string | number, string | number]>([
  ['decimal', '1.5', '1.500'],
  ['decimal', '0', '-0.00'],
  ['number', 0, -0],
  ['string', 'Caf\u00e9', 'Cafe\u0301'],
])('A %s that is written in two ways has one key', (type, one, other) => {
  expect(key(type, one)).toBe(key(type, other))
})

it('Two long texts that differ at their end have two keys of bounded length', () => {
  const [one, other] = ['a', 'b'].map((end) => key('string', 'x'.repeat(5000) + end))
  expect(one).not.toBe(other)
  expect(Buffer.byteLength(one!)).toBeLessThanOrEqual(256)
})
