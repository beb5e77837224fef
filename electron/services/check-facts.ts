import type { Facts } from '../contract/activity'
import { momentOfEnd } from '../contract/rotation'
import type { Entity } from '../contract/entity'
import type { VerdictCheck } from '../contract/explain'
import type { Grant } from '../contract/permission'
import { isoMoment } from './activity-entry'
import { grantWords, titlesOf } from './grant-words'
import { effectiveExpiry, unusedSince, type CallRequest, type KnownToken } from './verify'

type Tell = (token: KnownToken, request: CallRequest, at: number, entities: Entity[]) => Facts

/** What each check of a verdict compares, for people who want to see why. */
export const checkFacts: Record<VerdictCheck, Tell> = {
  genuine: () => ({}),
  secret_current: ({ secretNumber, presented }, _request, at) => ({
    secret: presented.number === secretNumber ? 'current' : 'old',
    validUntil: isoMoment(presented.validUntil && momentOfEnd(presented.validUntil)),
    ...(presented.validUntil !== null && { at: isoMoment(at) }),
  }),
  not_revoked: ({ revokedAt }) => ({ revokedAt: isoMoment(revokedAt) }),
  enabled: ({ enabled }) => ({ enabled }),
  in_use: (token, _request, at): Facts =>
    token.unusedDisableDays === null
      ? {}
      : {
          unusedSince: isoMoment(unusedSince(token)),
          unusedDisableDays: token.unusedDisableDays,
          at: isoMoment(at),
        },
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
