import type { Facts } from '../contract/activity'
import type { Entity } from '../contract/entity'
import type { VerdictCheck } from '../contract/explain'
import type { Grant } from '../contract/permission'
import { isoMoment } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import { effectiveExpiry, type CallRequest, type KnownToken } from './verify'

type Tell = (token: KnownToken, request: CallRequest, at: number, entities: Entity[]) => Facts

/** What each check of a verdict compares, for people who want to see why. */
export const checkFacts: Record<VerdictCheck, Tell> = {
  genuine: () => ({}),
  not_revoked: ({ revokedAt }) => ({ revokedAt: isoMoment(revokedAt) }),
  enabled: ({ enabled }) => ({ enabled }),
  user_active: ({ userName }) => ({ user: userName }),
  started: ({ startsAt }, _request, at) => ({
    startsAt: isoMoment(startsAt),
    at: isoMoment(at),
  }),
  not_expired: (token, _request, at) => ({
    expiresAt: isoMoment(effectiveExpiry(token)),
    limitedByPolicy: effectiveExpiry(token) !== token.expiresAt,
    at: isoMoment(at),
  }),
  source: ({ networks }, { source }) => ({ networks, source }),
  granted: ({ grants }, _request, _at, entities) => ({ permissions: words(grants, entities) }),
  user_access: ({ access }, _request, _at, entities) => ({ access: words(access, entities) }),
}

const words = (grants: Grant[], entities: Entity[]) => grantWords(grants, titlesOf(entities))
