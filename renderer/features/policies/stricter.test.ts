import { Policy } from '../../../electron/contract/policy'
import { expect, test } from 'vitest'
import { whatGetsStricter } from './stricter'

const open = Policy.parse({ longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 })

test('fewer days, any days instead of no limit, and no more "never" are stricter', () => {
  expect(whatGetsStricter(open, { ...open, longestLifetimeDays: 36_500 })).toEqual([
    'longestLifetimeDays',
  ])
  expect(
    whatGetsStricter({ ...open, longestLifetimeDays: 30 }, { ...open, longestLifetimeDays: 29 }),
  ).toEqual(['longestLifetimeDays'])
  expect(whatGetsStricter(open, { ...open, neverAllowed: false })).toEqual(['neverAllowed'])
})

test('more days, no limit and "never" allowed are not stricter', () => {
  const tight = Policy.parse({ longestLifetimeDays: 30, neverAllowed: false, callsPerMinute: 600 })
  expect(whatGetsStricter(tight, open)).toEqual([])
  expect(whatGetsStricter(tight, { ...tight, longestLifetimeDays: 31 })).toEqual([])
  expect(whatGetsStricter(tight, tight)).toEqual([])
})
