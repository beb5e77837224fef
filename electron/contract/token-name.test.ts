import { expect, test } from 'vitest'
import { freeName } from './token-name'

test.each([
  ['ERP', [], 'ERP'],
  ['ERP', ['ERP'], 'ERP (2)'],
  ['ERP', ['erp', 'ERP (2)'], 'ERP (3)'],
  ['ERP (2)', ['ERP (2)'], 'ERP (3)'],
  ['ＥＲＰ', ['erp'], 'ＥＲＰ (2)'],
])('beside %s and %o the free name is %s', (name, taken, free) => {
  expect(freeName(name, taken)).toBe(free)
})

test('a free name is never longer than a name may be, nor cut within a character', () => {
  const long = `${'x'.repeat(115)}😀yz`
  const free = freeName(long, [long])
  expect(free.length).toBeLessThanOrEqual(120)
  expect(free.isWellFormed()).toBe(true)
  expect(free.endsWith(' (2)')).toBe(true)
})
