import { Policy } from '../../../electron/contract/policy'
import { expect, test } from 'vitest'
import { whatGetsStricter } from './stricter'

const open = Policy.parse({ longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 })

test('fewer calls a minute and no more "never" are stricter', () => {
  expect(whatGetsStricter(open, { ...open, callsPerMinute: 599 })).toEqual(['callsPerMinute'])
  expect(whatGetsStricter(open, { ...open, neverAllowed: false })).toEqual(['neverAllowed'])
})

test('more calls and "never" allowed are not stricter', () => {
  const tight = { ...open, neverAllowed: false }
  expect(whatGetsStricter(tight, { ...open, callsPerMinute: 601 })).toEqual([])
  expect(whatGetsStricter(tight, tight)).toEqual([])
})
