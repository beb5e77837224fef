import { expect, test } from 'vitest'
import type { Field } from '../../../electron/contract/field'
import { conditionsIn, keptConditions, withCondition, withoutCondition } from './record-conditions'

const fields: Field[] = [
  { id: 1, name: 'country', title: 'Country', type: 'string', required: true, indexed: true },
  { id: 2, name: 'city', title: 'City', type: 'string', required: true },
]
const czech = { field: 'country', value: 'CZ' }

test('conditions come back from the address as they were put there', () => {
  expect(conditionsIn(keptConditions([czech]), fields)).toEqual([czech])
  expect(keptConditions([])).toBeUndefined()
})

test('an address that holds nonsense, or a field that is not indexed, has no condition', () => {
  expect(conditionsIn('{"field":', fields)).toEqual([])
  expect(conditionsIn('[{"field":1}]', fields)).toEqual([])
  expect(conditionsIn(keptConditions([{ field: 'city', value: 'Brno' }]), fields)).toEqual([])
})

test('one field has one condition: the last', () => {
  const german = { field: 'country', value: 'DE' }
  expect(withCondition([czech], german)).toEqual([german])
  expect(withoutCondition([german], 'country')).toEqual([])
})
