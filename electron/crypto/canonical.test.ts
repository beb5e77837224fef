import { fc, it } from '@fast-check/vitest'
import { expect, test } from 'vitest'
import { isDeepStrictEqual } from 'node:util'
import { canonical, type Canonical } from './canonical'

const { value } = fc.letrec<{ value: Canonical; list: Canonical[] }>((tie) => ({
  value: fc.oneof(
    fc.constant(null),
    fc.boolean(),
    fc.integer({ min: 0, max: 3 }),
    fc.string({ maxLength: 2, unit: fc.constantFrom('s', 'l', '\0', '1') }),
    tie('list'),
  ),
  list: fc.array(tie('value'), { maxLength: 3 }),
}))

it.prop([value, value])('different values never have the same bytes', (one, other) => {
  expect(canonical(one).equals(canonical(other))).toBe(isDeepStrictEqual(one, other))
})

test('a text that looks like two is not the two', () => {
  expect(canonical(['a', 'b'])).not.toEqual(canonical(['as\0\0\0\0b']))
  expect(canonical([['a'], 'b'])).not.toEqual(canonical([['a', 'b']]))
})
