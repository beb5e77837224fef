import { expect, test } from 'vitest'
import { day } from '../../../electron/contract/time'
import { erpToken } from '../../app/examples.fixture'
import { unusedEnd } from './unused-end'

const since = 1_800_000_000_000
const token = { ...erpToken, unusedSince: since }

test('an unused token is refused once the days of the policy are over', () => {
  expect(unusedEnd(token, 90)).toBe(since + 90 * day)
  expect(unusedEnd({ ...token, expiresAt: since + 91 * day }, 90)).toBe(since + 90 * day)
})

test.each([
  ['no rule says so', token, null],
  ['nobody counted yet', { ...token, unusedSince: null }, 90],
  ['it is refused for that already', { ...token, unusedMark: 'disabled' as const }, 90],
  ['somebody disabled it', { ...token, enabled: false }, 90],
  ['it is revoked', { ...token, revokedAt: since }, 90],
  ['it ends before', { ...token, expiresAt: since + 90 * day }, 90],
])('no such day is named where %s', (_why, given, days) => {
  expect(unusedEnd(given, days)).toBeNull()
})
