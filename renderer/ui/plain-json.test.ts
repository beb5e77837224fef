import { expect, test } from 'vitest'
import { plainJson } from './plain-json'

test('a value in any writing becomes printable ASCII without an apostrophe, and is the same value again', () => {
  const value = { note: `It's "žluťoučký" \\n ’ 🔑\u2028\u0000`, list: [1, true, null, '日本'] }
  const text = plainJson(value)
  expect(text).toMatch(/^[ -&(-~]+$/)
  expect(JSON.parse(text)).toEqual(value)
})
