import * as z from 'zod'
import { FailureCode, FailureDetail } from './failure'
import { Moment, TokenId } from './id'
import { PageAsked, pageOf } from './page'
import { FoundToken } from './token'

/** Bounds of one scan, so that a file made to flood it can't. */
export const leakLimits = {
  /** Of each token; the others are counted. */
  places: 20,
  /** Tokens of other registries that are listed; anybody can make up a million of them. */
  foreign: 1_000,
  /** Files that could not be read and are named. */
  unread: 100,
  /** Beyond it is a file. */
  textCharacters: 100_000,
  /** Dropped at once. */
  paths: 100,
  /** Revoked at once, in one transaction. */
  revoked: 1_000,
} as const

/**
 * Whether the secret that was found is the token's own. `old_secret`: it was, and is retired since a
 * rotation. `other_secret`: the ID is one of ours, and the secret never was: an ID is public, and a
 * checksum is quickly made. `not_here`: no such token here.
 */
export const SecretMatch = z.enum(['own_secret', 'old_secret', 'other_secret', 'not_here'])
export type SecretMatch = z.output<typeof SecretMatch>

export const LeakPlace = z.object({
  path: z.string(),
  /** From 1; null in a binary file, and in the name of a file. */
  line: z.number().int().nullable(),
  /** Bytes before it; null in the name of a file. */
  offset: z.number().int().nullable(),
})
export type LeakPlace = z.output<typeof LeakPlace>

/** A token by its public ID; its secret is nowhere in here. */
export const LeakFinding = z.object({
  tokenId: TokenId,
  match: SecretMatch,
  /** How often it stands there, listed or not. */
  count: z.number().int(),
  places: z.array(LeakPlace),
})
export type LeakFinding = z.output<typeof LeakFinding>

/** What was not looked into, and why. */
export const UnreadFile = z.object({
  path: z.string(),
  reason: z.enum(['not_readable', 'damaged', 'archive']),
})
export type UnreadFile = z.output<typeof UnreadFile>

export const LeakProgress = z.object({
  files: z.number().int(),
  bytes: z.number().int(),
  /** Null while folders may hold more. */
  totalBytes: z.number().int().nullable(),
  /** Distinct tokens so far. */
  tokens: z.number().int(),
})
export type LeakProgress = z.output<typeof LeakProgress>

/** What became of a scan, without what it found. */
export const LeakScan = LeakProgress.extend({
  id: z.string().max(64),
  /** Of the file or folder, or the first of several; null is pasted text. */
  name: z.string().nullable(),
  /** How many were chosen. */
  paths: z.number().int(),
  state: z.enum(['running', 'done', 'cancelled', 'stopped']),
  startedAt: Moment,
  /** Links are not followed: they may lead in a circle. */
  links: z.number().int(),
  unread: z.array(UnreadFile),
  unreadCount: z.number().int(),
  /** Findings by how well they match. */
  matches: z.record(SecretMatch, z.number().int()),
  /** Places of tokens of other registries beyond those that are listed. */
  unlisted: z.number().int(),
  /** Tokens that an administrator would revoke: found with their own secret, not revoked yet. */
  revocable: z.number().int(),
  failure: z.object({ code: FailureCode, detail: FailureDetail.optional() }).nullable(),
})
export type LeakScan = z.output<typeof LeakScan>

/** A finding and its token as it is now; null where it is none of ours. */
export const FoundLeak = LeakFinding.extend({
  known: FoundToken.nullable(),
})
export type FoundLeak = z.output<typeof FoundLeak>

export const StartedScan = z.object({ id: z.string().max(64) })

export const DroppedPaths = z.object({
  paths: z.array(z.string().min(1).max(4096)).min(1).max(leakLimits.paths),
})

export const PastedText = z.object({ text: z.string().min(1).max(leakLimits.textCharacters) })

export const FoundLeaksAsked = PageAsked.extend({ id: z.string().max(64) })
export type FoundLeaksAsked = z.output<typeof FoundLeaksAsked>

export const FoundLeakPage = pageOf(FoundLeak)

/** What "Revoke all found" would do, those used last first. */
export const RevocableLeaks = pageOf(FoundToken)
export type RevocableLeaks = z.output<typeof RevocableLeaks>

export const RevokedLeaks = z.object({ revoked: z.number().int() })
export type RevokedLeaks = z.output<typeof RevokedLeaks>
