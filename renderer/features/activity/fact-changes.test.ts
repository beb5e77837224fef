import { expect, test } from 'vitest'
import { factChanges } from './fact-changes'

test('a difference says of each fact whether it was added, removed or changed', () => {
  expect(
    factChanges(
      { name: 'a', note: 'x', theme: null, port: 1, expiresAt: null },
      { name: 'b', note: '', theme: 'dark', port: 1, expiresAt: '2026-11-20T08:30:00.000Z' },
    ),
  ).toEqual([
    { name: 'name', is: 'changed', before: 'a', after: 'b' },
    { name: 'note', is: 'removed', value: 'x' },
    { name: 'theme', is: 'added', value: 'dark' },
    { name: 'port', is: 'same', value: 1 },
    { name: 'expiresAt', is: 'changed', before: null, after: '2026-11-20T08:30:00.000Z' },
  ])
})

test('what is said on one side alone is no change', () => {
  expect(factChanges({ status: 'a', lastUsedAt: 'x' }, { status: 'b', file: 'f' })).toMatchObject([
    { name: 'status', is: 'changed' },
    { name: 'lastUsedAt', is: 'set', value: 'x' },
    { name: 'file', is: 'set', value: 'f' },
  ])
})

test('of a list it says which items came and went, and how many stayed', () => {
  expect(factChanges({ networks: ['a', 'b', 'c'] }, { networks: ['c', 'b', 'd'] })).toEqual([
    { name: 'networks', is: 'list', added: ['d'], removed: ['a'], kept: 2 },
  ])
  expect(factChanges({ networks: null }, { networks: ['a'] })).toEqual([
    { name: 'networks', is: 'list', added: ['a'], removed: [], kept: 0 },
  ])
})

test('a list whose order alone is another is told as a whole', () => {
  expect(factChanges({ rules: ['a', 'b'] }, { rules: ['b', 'a'] })).toEqual([
    { name: 'rules', is: 'changed', before: ['a', 'b'], after: ['b', 'a'] },
  ])
})

test('what has no before was set, and what has no after is gone', () => {
  expect(factChanges(null, { name: 'a' })).toEqual([{ name: 'name', is: 'set', value: 'a' }])
  expect(factChanges({ name: 'a' }, null)).toEqual([{ name: 'name', is: 'removed', value: 'a' }])
  expect(factChanges(null, null)).toEqual([])
})
