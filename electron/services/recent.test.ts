import { expect, it } from 'vitest'
import { createRecent } from './recent'

it('beyond its size the entry that was used longest ago is dropped', () => {
  const recent = createRecent<string, number>(2)
  recent.set('a', 1)
  recent.set('b', 2)
  recent.get('a')
  recent.set('c', 3)
  expect(['a', 'b', 'c'].map((key) => recent.get(key))).toEqual([1, undefined, 3])
  recent.clear()
  expect(recent.get('a')).toBeUndefined()
})
