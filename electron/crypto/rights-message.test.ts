import { createHash } from 'node:crypto'
import { expect, test } from 'vitest'
import type { EntityId, TokenId, UserId } from '../contract/id'
import type { TokenRights } from '../store/registry'
import { rightsMessage } from './rights-message'

const rights: TokenRights = {
  tokenId: 'T00000000001' as TokenId,
  userId: 7 as UserId,
  keyNumber: 1,
  digest: Buffer.alloc(32, 3),
  enabled: true,
  startsAt: null,
  expiresAt: 1_800_000_000_000,
  revokedAt: null,
  networks: [],
  callsPerMinute: null,
  unusedFrom: null,
  secretNumber: 1,
  oldSecrets: [],
  createdAt: 1_790_000_000_000,
  grants: [{ entityId: 2 as EntityId, permissions: ['read', 'delete'] }],
}
const sha256 = (message: Buffer) => createHash('sha256').update(message).digest('hex')

test('A token that was sealed before networks and rates existed keeps its seal', () => {
  expect(sha256(rightsMessage(rights))).toBe(
    '56d85bb5c147d2a57d52c72be105a76ad489666d5264e04b2d2399177b6fb75d',
  )
})

const oldSecret = {
  number: 1,
  keyNumber: 1,
  digest: Buffer.alloc(32, 5),
  validUntil: 1_790_000_000_000,
}

test('An old secret that is given more time outside Keyward does not fit the seal', () => {
  const until = (validUntil: number) =>
    rightsMessage({ ...rights, oldSecrets: [{ ...oldSecret, validUntil }] })
  expect(until(oldSecret.validUntil)).not.toEqual(until(oldSecret.validUntil + 1))
})

test.each<[string, Partial<TokenRights>]>([
  ['a network', { networks: ['10.0.0.0/8'] }],
  ['another network', { networks: ['10.0.0.0/9'] }],
  ['two networks', { networks: ['10.0.0.0/8', '192.168.0.0/16'] }],
  ['a rate', { callsPerMinute: 60 }],
  ['another rate', { callsPerMinute: 61 }],
  ['a start', { startsAt: 1 }],
  ['days unused counted from later', { unusedFrom: 1 }],
  ['another secret', { secretNumber: 2 }],
  ['an old secret', { oldSecrets: [oldSecret] }],
  ['two old secrets', { oldSecrets: [oldSecret, { ...oldSecret, number: 2 }] }],
])('%s added outside Keyward does not fit the seal', (_what, changed) => {
  const messages = [rights, { ...rights, ...changed }].map((one) => sha256(rightsMessage(one)))
  expect(new Set(messages).size).toBe(2)
})

test('One network with a comma in it is not the same as two', () => {
  expect(rightsMessage({ ...rights, networks: ['a,b'] })).not.toEqual(
    rightsMessage({ ...rights, networks: ['a', 'b'] }),
  )
})
