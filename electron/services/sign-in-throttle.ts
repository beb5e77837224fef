import type { ActivityDraft, SignInAttemptStore } from '../store/registry'
import { Refusal } from './refusal'
import { secondsToWait } from './sign-in-delay'

/** Slows guessing down, per account name; what it counts is stored and survives a restart. */
export function createSignInThrottle({
  attempts,
  now,
}: {
  attempts: SignInAttemptStore
  now: () => number
}) {
  /**
   * Names whose last failure lies in the future, and when that was first noticed. Without it the
   * wait would start anew at every look, and a clock set back would lock the account for good.
   */
  const noticedAt = new Map<string, number>()

  function failedAt(name: string, stored: number): number {
    const moment = now()
    if (stored <= moment) return stored
    const noticed = Math.min(noticedAt.get(name) ?? moment, moment)
    noticedAt.set(name, noticed)
    return noticed
  }

  return {
    async assertMayTry(name: string) {
      const tried = await attempts.get(name)
      if (tried === null) return
      const seconds = secondsToWait(tried.failures, failedAt(name, tried.lastFailedAt), now())
      if (seconds > 0) throw new Refusal('too_many_attempts', undefined, { seconds })
    },

    async failed(name: string, activity: ActivityDraft) {
      noticedAt.delete(name)
      await attempts.failed(name, now(), activity)
    },

    async succeeded(name: string) {
      noticedAt.delete(name)
      await attempts.clear(name)
    },
  }
}
