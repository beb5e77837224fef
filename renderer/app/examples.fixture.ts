import type { Entity } from '../../electron/contract/entity'
import type { GatewayState } from '../../electron/contract/gateway'
import { TokenId, UserId } from '../../electron/contract/id'
import type { Token } from '../../electron/contract/token'

/** What an entity says of itself where a test is about none of it. */
export const usualEntity: Omit<Entity, 'id' | 'name' | 'title' | 'fields'> = {
  idempotencyKey: 'optional',
  ifMatch: 'optional',
  maxRecordBytes: 65_536,
  check: null,
  createdAt: 0,
  version: 1,
}

export const runningGateway: GatewayState = {
  state: 'running',
  address: '127.0.0.1',
  port: 7878,
  baseUrl: 'http://127.0.0.1:7878',
  reach: 'this_computer',
  certificate: null,
  renewalFailure: null,
  startedAt: 0,
  failure: null,
  calls: { allowed: 0, refused: 0, perSecond: 0, lastAt: null },
}

/** A token that works, without grants. */
export const erpToken: Token = {
  id: TokenId.parse('AbCdEf012345'),
  userId: UserId.parse(7),
  name: 'ERP nightly',
  note: '',
  system: '',
  contact: '',
  keptIn: '',
  status: 'active',
  enabled: true,
  grants: [],
  createdAt: 1_700_000_000_000,
  createdBy: 'ada',
  startsAt: null,
  expiresAt: null,
  isExpiryLimited: false,
  ownExpiresAt: null,
  expiryZone: null,
  revokedAt: null,
  networks: [],
  callsPerMinute: null,
  lastUsedAt: null,
  lastUsedFrom: null,
  calls: 0,
  refusedCalls: 0,
  unusedSince: null,
  unusedMark: null,
  rotations: 0,
  rotatedAt: null,
  rotatingUntil: null,
  version: 1,
}
