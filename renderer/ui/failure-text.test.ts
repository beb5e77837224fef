import { expect, test } from 'vitest'
import { failureCodes } from '../../electron/contract/failure'
import fields from '../../resources/locales/en/fields.json'
import { failureSentences } from './failure-text'

const contract = import.meta.glob<string>('../../electron/contract/*.ts', {
  query: '?raw',
  import: 'default',
  eager: true,
})

test('every failure has a sentence, and no sentence is for a failure that there is not', () => {
  expect(Object.keys(failureSentences).toSorted()).toEqual([...failureCodes].toSorted())
})

test('every failure says what happened and what to do next', () => {
  for (const sentence of Object.values(failureSentences)) {
    expect(sentence.split('. ').length, sentence).toBeGreaterThanOrEqual(2)
  }
})

test('every code that the contract gives an input has a sentence for its field', () => {
  const codes = Object.values(contract).flatMap((source) =>
    [...source.matchAll(/error: '(\w+)'/g)].map(([, code]) => code),
  )
  expect(codes.length).toBeGreaterThan(10)
  expect(codes.filter((code) => !Object.hasOwn(fields, code ?? ''))).toEqual([])
})
