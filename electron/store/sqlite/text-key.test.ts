import { expect, test } from 'vitest'
import { foldedKey, searchKey, textKey } from './text-key'

test.each([
  ['Ábel', 'abel'],
  ['A\u0301bel', 'abel'],
  ['Zoë Ðurić', 'zoe ðuric'],
  ['İzmir', 'izmir'],
  ['ＩＮＧ', 'ing'],
  ['ﬁn', 'fin'],
])('%s is searched and put in order as %s', (text, key) => {
  expect(foldedKey(text)).toBe(key)
  expect(foldedKey(key)).toBe(key)
})

test('names that differ in an accent are two names', () => {
  expect(textKey('Ábel')).toBe('ábel')
  expect(textKey('ábel')).not.toBe(textKey('abel'))
})

test('what is searched together is in the order of its first text', () => {
  const keys = [searchKey('ERP 2', 'a'), searchKey('Érp', 'z'), searchKey('erp-web', '')]
  expect(keys.toSorted()).toEqual(['erp\nz', 'erp 2\na', 'erp-web\n'])
})
