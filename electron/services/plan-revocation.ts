import { isoMoment } from './activity-entry'
import type { Plan } from './bulk-plan'
import type { Changeable } from './token-change'

/** Alike wherever a token is revoked; one whose row was edited is marked as such. */
export const planRevocation =
  (at: number) =>
  ({ token, isGenuine }: Changeable) =>
    ({
      obstacle: null,
      set: { revokedAt: at },
      action: 'token.revoked',
      before: {
        status: token.status,
        lastUsedAt: isoMoment(token.lastUsedAt),
        ...(!isGenuine && { tampered: true }),
      },
      after: { status: 'revoked' },
    }) satisfies Plan
