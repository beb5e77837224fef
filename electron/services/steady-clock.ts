/**
 * Of what really passed. A little less, so that a computer whose clock runs slow is never taken for
 * one whose clock was put back, and small steps back heal by themselves.
 */
const pace = 0.999

/** A clock that never goes back: not while it runs, and not behind what was seen before it. */
export type SteadyClock = ReturnType<typeof createSteadyClock>

/**
 * The clock on the wall, as long as that goes forward. Once it was put back, this one goes on by
 * the time that passes (`elapsed`, which nobody can set) until the wall clock is past it again: what
 * has expired stays expired, and windows of a minute still end.
 */
export function createSteadyClock({
  wall,
  elapsed,
  seen,
}: {
  wall: () => number
  elapsed: () => number
  /** The latest moment known of earlier runs. */
  seen: number
}) {
  let at = seen
  let lookedAt = elapsed()

  function now(): number {
    const looked = elapsed()
    at = Math.max(wall(), at + Math.max(0, looked - lookedAt) * pace)
    lookedAt = looked
    return Math.floor(at)
  }

  return {
    now,
    wall,
    /** How far the clock on the wall is behind; 0 where it is not. */
    behindBy: () => now() - wall(),
    /** Goes by the clock on the wall from here on, however far back that is. */
    follow() {
      at = wall()
      lookedAt = elapsed()
    },
  }
}
