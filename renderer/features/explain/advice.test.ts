import { expect, test } from 'vitest'
import { refusalReasons } from '../../../electron/contract/gateway'
import { TokenId, UserId } from '../../../electron/contract/id'
import { adviceFor, placeOf } from './advice'

const token = { id: TokenId.parse('AAAAAAAAAAAA'), userId: UserId.parse(7) }

test('what can be changed is one click away from what it caused', () => {
  const to = (reason: Parameters<typeof placeOf>[0]) => placeOf(reason, token, 3)?.to
  expect(to('disabled')).toBe('/parametrization/users/7/tokens?search=AAAAAAAAAAAA')
  expect(to('user_disabled')).toBe('/parametrization/users/7/profile')
  expect(to('beyond_user_access')).toBe('/parametrization/users/7/access')
  expect(to('not_granted')).toBe('/parametrization/entities/3/tokens?search=AAAAAAAAAAAA')
  expect(placeOf('not_granted', token, undefined)?.what).toBe('tokens')
})

test('a revoked token leads nowhere: that is final', () => {
  expect(placeOf('revoked', token, 3)).toBeNull()
  expect(adviceFor('revoked')).toBe('revoked')
})

test('each reason that a verdict on a known token can have has its advice, and no other', () => {
  const ofVerdicts = [
    'tampered_row',
    'secret_replaced',
    'revoked',
    'disabled',
    'unused_too_long',
    'user_disabled',
    'not_yet_active',
    'expired',
    'source_not_allowed',
    'unknown_entity',
    'not_granted',
    'beyond_user_access',
  ]
  expect(refusalReasons.filter((reason) => adviceFor(reason) !== null)).toEqual(ofVerdicts)
})
