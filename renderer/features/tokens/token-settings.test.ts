import { expect, test } from 'vitest'
import { EntityId } from '../../../electron/contract/id'
import type { Token } from '../../../electron/contract/token'
import { cloneOf } from './cloned-token'
import { changeOf, overNewer, settingsOf } from './edited-token'
import { TokenSettings } from './token-form'
import { erpNightly, terms } from './tokens.fixture'

const day = 86_400_000
const typed = (token: Token, over: object = {}) =>
  TokenSettings.parse({ ...settingsOf(token), ...over })

test('a form in which nothing was changed changes nothing, whenever the token started', () => {
  const token = { ...erpNightly, startsAt: 1_700_000_123_456, networks: ['10.0.0.0/8'] }
  expect(changeOf(token, typed(token))).toEqual({})
})

test('only what is otherwise is sent, and a permission that all entities cover is no change', () => {
  const all = {
    entityId: null,
    entityName: null,
    entityTitle: null,
    permissions: ['read' as const],
  }
  const token: Token = { ...erpNightly, grants: [all] }
  const ticked = [
    { entityId: null, permissions: ['read'] },
    { entityId: 1, permissions: ['read'] },
  ]
  expect(changeOf(token, typed(token, { grants: ticked, contact: 'Jana' }))).toEqual({
    contact: 'Jana',
  })
  expect(changeOf(token, typed(token, { grants: [], callsPerMinute: 5 }))).toEqual({
    grants: [],
    callsPerMinute: 5,
  })
})

test('what was typed stays over what somebody saved meanwhile, and the rest follows', () => {
  const newer = { ...erpNightly, note: 'Theirs', name: 'Renamed', version: 2 }
  const mine = { ...settingsOf(erpNightly), name: 'Mine' }
  expect(overNewer(mine, erpNightly, newer)).toMatchObject({ name: 'Mine', note: 'Theirs' })
})

const lived = (days: number | null): Token => ({
  ...erpNightly,
  ownExpiresAt: days === null ? null : erpNightly.createdAt + days * day,
})

test('a clone lives as long as its original, within the policy', () => {
  const expiryOf = (token: Token, over: object = {}) =>
    cloneOf(token, 'Clone', { ...terms, ...over }, 0).values.expiry
  expect(expiryOf(lived(45))).toMatchObject({ kind: 'days', days: 45 })
  expect(expiryOf(lived(45), { longestLifetimeDays: 30 })).toMatchObject({ days: 30 })
  expect(expiryOf(lived(null), { neverAllowed: true })).toEqual({ kind: 'never' })
  expect(expiryOf(lived(null))).toBeUndefined()
})

test('a clone leaves out what its user may not do now, and says what', () => {
  const orders = {
    entityId: EntityId.parse(2),
    entityName: 'orders',
    entityTitle: 'Orders',
    permissions: ['read' as const, 'delete' as const],
  }
  const { values, leftOut } = cloneOf({ ...lived(30), grants: [orders] }, 'Clone', terms, 0)
  expect(values.grants).toEqual([{ entityId: 2, permissions: ['read'] }])
  expect(leftOut).toMatchObject([{ entityTitle: 'Orders', permissions: ['delete'] }])
})
