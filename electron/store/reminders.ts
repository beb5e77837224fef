import type { TokenId } from '../contract/id'
import type { TokenStatus } from '../contract/token'

/** Of which end of a token, and how many days before it; -1 is after it. */
export type Reminder = { expiresAt: number; step: number }

/** A token that may have to be reminded of. */
export type ReminderCandidate = {
  tokenId: TokenId
  name: string
  status: TokenStatus
  createdAt: number
  expiresAt: number
  /** The last call that was refused because it had expired. */
  calledAt: number | null
  /** The last one, of whichever end. */
  reminded: Reminder | null
}

/** Between these moments a token ends, or since that one it was called although it had. */
export type CandidatesAsked = { now: number; until: number; calledSince: number }

export interface ReminderStore {
  /** Unrevoked ones, those that end first before the others. */
  candidates(asked: CandidatesAsked): Promise<ReminderCandidate[]>
  /**
   * No entry is written: a reminder changes nothing that the log tells of, and who was reminded of
   * what is nobody's act.
   */
  keep(reminders: (Reminder & { tokenId: TokenId })[], at: number): Promise<void>
}
