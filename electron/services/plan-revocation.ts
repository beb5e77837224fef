import { isoMoment } from './activity-entry'
import type { Planner } from './bulk-plan'

export const planRevocation =
  (at: number): Planner =>
  ({ token, isGenuine }) => ({
    obstacle: null,
    set: { revokedAt: at },
    action: 'token.revoked',
    before: {
      status: token.status,
      lastUsedAt: isoMoment(token.lastUsedAt),
      ...(!isGenuine && { tampered: true }),
    },
    after: { status: 'revoked' },
  })
