export const hour = 3_600_000

/** 24 hours in milliseconds; for days of a calendar, which may have 23 or 25, see `expiry.ts`. */
export const day = 86_400_000

/** Days since 1970, in UTC. */
export const dayNumber = (at: number) => Math.floor(at / day)
