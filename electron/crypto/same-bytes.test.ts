import { expect, test } from 'vitest'
import { sameBytes } from './same-bytes'

test('only the same bytes are the same', () => {
  const bytes = Buffer.from('a digest')
  expect(sameBytes(bytes, Buffer.from('a digest'))).toBe(true)
  expect(sameBytes(bytes, Buffer.from('a digesT'))).toBe(false)
  expect(sameBytes(bytes, Buffer.from('a diges'))).toBe(false)
  expect(sameBytes(bytes, Buffer.alloc(0))).toBe(false)
})
