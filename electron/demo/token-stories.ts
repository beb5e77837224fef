import { expiryMoment } from '../contract/expiry'
import type { Seeded } from './seeded'

export const demoZone = 'Europe/Prague'
const minute = 60_000
const hour = 60 * minute
export const day = 24 * hour

/** What happened to one token up to now. Moments are UTC milliseconds; null is "did not happen". */
export type TokenLife = {
  createdAt: number
  startsAt: number | null
  expiresAt: number | null
  disabledAt: number | null
  revokedAt: number | null
  /** Its secret was replaced, and the old one called with for a while. */
  rotation: { at: number; oldValidUntil: number; oldUsedUntil: number } | null
  lastUsedAt: number | null
  calls: number
}

type Tell = (now: number, seeded: Seeded) => TokenLife

/** Each story leads to one status that an administrator meets; `tokens.json` casts the tokens. */
const stories = {
  busy: (now, seeded) =>
    used(lived(now, seeded.between(40, 200), 365), now - seeded.between(2, 4_000) * 1_000, {
      calls: seeded.between(20_000, 600_000),
    }),
  daily: (now, seeded) =>
    used(lived(now, seeded.between(30, 130), 180), now - seeded.between(2 * 60, 30 * 60) * minute, {
      calls: seeded.between(200, 9_000),
    }),
  quiet: (now, seeded) =>
    used(lived(now, seeded.between(180, 300), 365), now - seeded.between(95, 150) * day, {
      calls: seeded.between(3, 60),
    }),
  never_used: (now, seeded) => lived(now, seeded.between(3, 60), 180),
  expiring_soon: (now, seeded) =>
    used(lived(now, 90 - seeded.between(1, 5), 90), now - seeded.between(1, 40) * hour, {
      calls: seeded.between(300, 20_000),
    }),
  expired: (now, seeded) => {
    const life = lived(now, seeded.between(110, 300), 90)
    return used(life, life.expiresAt! - seeded.between(1, 200) * hour, {
      calls: seeded.between(50, 3_000),
    })
  },
  /** The last call that was allowed came minutes before the end. */
  expired_still_called: (now, seeded) => {
    const life = lived(now, seeded.between(95, 110), 90)
    return used(life, life.expiresAt! - seeded.between(1, 30) * minute, {
      calls: seeded.between(4_000, 30_000),
    })
  },
  disabled: (now, seeded) => {
    const disabledAt = now - seeded.between(2, 20) * day - seeded.between(0, 600) * minute
    const life = lived(now, seeded.between(40, 120), 180)
    return used({ ...life, disabledAt }, disabledAt - seeded.between(1, 50) * hour, {
      calls: seeded.between(100, 5_000),
    })
  },
  revoked: (now, seeded) => {
    const revokedAt = now - seeded.between(5, 60) * day - seeded.between(0, 600) * minute
    const life = lived(now, seeded.between(90, 250), 365)
    return used({ ...life, revokedAt }, revokedAt - seeded.between(1, 300) * hour, {
      calls: seeded.between(10, 40_000),
    })
  },
  /** Someone still tries it. */
  revoked_still_called: (now, seeded) => {
    const revokedAt = now - seeded.between(2, 4) * day - seeded.between(0, 600) * minute
    const life = lived(now, seeded.between(60, 120), 365)
    return used({ ...life, revokedAt }, revokedAt - seeded.between(1, 20) * minute, {
      calls: seeded.between(1_000, 40_000),
    })
  },
  /** Its system took the new secret over; the old one can be retired. */
  rotating: (now, seeded) => {
    const at = now - 5 * day
    const rotation = { at, oldValidUntil: at + 7 * day, oldUsedUntil: at + 30 * hour }
    const life = lived(now, seeded.between(60, 200), 365)
    return used({ ...life, rotation }, now - seeded.between(2, 4_000) * 1_000, {
      calls: seeded.between(20_000, 90_000),
    })
  },
  /** One machine of several still has the secret from before. */
  replaced_still_called: (now, seeded) => {
    const at = now - 7 * day
    const rotation = { at, oldValidUntil: at + 2 * day, oldUsedUntil: at + 2 * day - hour }
    const life = lived(now, seeded.between(60, 200), 365)
    return used({ ...life, rotation }, now - seeded.between(2, 4_000) * 1_000, {
      calls: seeded.between(20_000, 90_000),
    })
  },
  /** Worked until its user left, and was not cleaned up. */
  left_behind: (now, seeded) =>
    used(lived(now, seeded.between(100, 150), 180), now - seeded.between(36, 60) * day, {
      calls: seeded.between(200, 9_000),
    }),
  not_yet_active: (now, seeded) => {
    const life = lived(now, seeded.between(1, 9), 365)
    return { ...life, startsAt: now + seeded.between(5, 60) * day }
  },
} satisfies Record<string, Tell>

export type Story = keyof typeof stories

export function isStory(name: string): name is Story {
  return Object.hasOwn(stories, name)
}

export function tellStory(story: Story, now: number, seeded: Seeded): TokenLife {
  return stories[story](now, seeded)
}

/** Created so many days ago, to end so many days later: at the end of a day, as in the dialog. */
function lived(now: number, daysAgo: number, lifetimeDays: number): TokenLife {
  const createdAt = now - daysAgo * day
  return {
    createdAt,
    startsAt: null,
    expiresAt: expiryMoment({ kind: 'days', days: lifetimeDays, zone: demoZone }, createdAt),
    disabledAt: null,
    revokedAt: null,
    rotation: null,
    lastUsedAt: null,
    calls: 0,
  }
}

const used = (life: TokenLife, lastUsedAt: number, { calls }: { calls: number }): TokenLife => ({
  ...life,
  lastUsedAt: Math.max(life.createdAt, lastUsedAt),
  calls,
})
