import { configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { EntityId, UserId } from '../../../electron/contract/id'
import type { SampleCall } from '../../../electron/contract/sample'
import type { IssuedToken, Token, TokenTerms } from '../../../electron/contract/token'
import type { User } from '../../../electron/contract/user'
import { erpToken } from '../../app/examples.fixture'

// The whole window is drawn in jsdom, several times slower than in the real one.
configure({ asyncUtilTimeout: 10_000 })
// Each window brings its own style sheets; jsdom goes through all there are for every look-up.
afterEach(() => document.head.replaceChildren())

export const userId = UserId.parse(7)

export const sapFinance: User = {
  id: userId,
  kind: 'service_account',
  username: 'sap-finance',
  displayName: 'SAP Finance',
  status: 'active',
  role: null,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  lastSignInAt: null,
  version: 1,
}

export const terms: TokenTerms = {
  longestLifetimeDays: null,
  defaultLifetimeDays: null,
  neverAllowed: false,
  namePatterns: [],
  callsPerMinute: 600,
  entities: [
    {
      id: EntityId.parse(1),
      name: 'invoices',
      title: 'Invoices',
      allowed: ['read', 'write', 'delete'],
    },
    { id: EntityId.parse(2), name: 'orders', title: 'Orders', allowed: ['read'] },
  ],
  allEntities: ['read'],
}

export const erpNightly: Token = {
  ...erpToken,
  grants: [
    {
      entityId: EntityId.parse(1),
      entityName: 'invoices',
      entityTitle: 'Invoices',
      permissions: ['read', 'write'],
    },
  ],
}

export const issued: IssuedToken = {
  token: erpNightly,
  secret: `kws_AbCdEf012345_${'s3cret'.repeat(8)}0`,
  baseUrl: 'http://127.0.0.1:4170',
}

const onInvoices = { entityName: 'invoices', entityTitle: 'Invoices' }

export const samples: SampleCall[] = [
  { does: 'read', ...onInvoices },
  {
    does: 'write',
    ...onInvoices,
    record: { number: 'Sample' },
    pointsTo: [],
    needsIdempotencyKey: false,
  },
]
