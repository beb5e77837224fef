import * as z from 'zod'
import { FailureCode, FailureDetail } from './failure'
import { Moment, TokenId, UserId } from './id'
import { Certificate } from './listening'
import { PageAsked, pageOf } from './page'
import { Permission } from './permission'
import { Search } from './text'

export const GatewayState = z.object({
  state: z.enum(['starting', 'running', 'stopped', 'failed']),
  address: z.string(),
  port: z.number().int(),
  /** As callers write it. */
  baseUrl: z.string(),
  reach: z.enum(['this_computer', 'other_computers']),
  /** The one that callers are shown; null is plain HTTP. */
  certificate: Certificate.nullable(),
  /** Why the renewed files were not taken; the certificate before them is still in use. */
  renewalFailure: FailureCode.nullable(),
  startedAt: Moment.nullable(),
  /** Why it is not running, where it should be. */
  failure: z.object({ code: FailureCode, detail: FailureDetail.optional() }).nullable(),
  /** Since it was started. */
  calls: z.object({
    allowed: z.number().int(),
    refused: z.number().int(),
    /** Calls of the last full second. */
    perSecond: z.number().int(),
    lastAt: Moment.nullable(),
  }),
})
export type GatewayState = z.output<typeof GatewayState>

/** Why a call was refused. The caller never learns it; the refused-call list always does. */
export const refusalReasons = [
  'no_token',
  'several_tokens',
  'token_in_query',
  'token_in_body',
  'malformed_token',
  'unknown_token',
  'wrong_secret',
  'tampered_row',
  'secret_replaced',
  'revoked',
  'disabled',
  'unused_too_long',
  'user_disabled',
  'not_yet_active',
  'expired',
  'source_not_allowed',
  'unknown_entity',
  'not_granted',
  'beyond_user_access',
  'rate_limited',
  // Asking about a token (RFC 7662): why the asking system was refused, or the token hidden from it.
  'no_client',
  'unknown_client',
  'wrong_client_secret',
  'tampered_client',
  'client_revoked',
  'client_user_disabled',
  'beyond_client_access',
  'wrong_host',
  'web_page',
  // Of the proxy that asks, and of what it asks about.
  'proxy_not_allowed',
  'no_route_set',
  'original_missing',
  'ambiguous_path',
  'no_route',
] as const
export const RefusalReason = z.enum(refusalReasons)
export type RefusalReason = z.output<typeof RefusalReason>

export const RefusedCall = z.object({
  id: z.number().int(),
  /** The first of these calls; equal ones that follow closely are one row. */
  at: Moment,
  lastAt: Moment,
  calls: z.number().int(),
  source: z.string(),
  tokenId: TokenId.nullable(),
  tokenName: z.string().nullable(),
  userId: UserId.nullable(),
  method: z.string(),
  entity: z.string().nullable(),
  permission: Permission.nullable(),
  reason: RefusalReason,
  status: z.number().int(),
})
export type RefusedCall = z.output<typeof RefusedCall>

export const RefusedCallsAsked = PageAsked.extend({
  tokenId: TokenId.optional(),
  userId: UserId.optional(),
  reason: RefusalReason.optional(),
  entity: z.string().max(63).optional(),
  /** Any part of a token's name or ID, or of a source. */
  search: Search,
  from: Moment.optional(),
  to: Moment.optional(),
})
export type RefusedCallsAsked = z.output<typeof RefusedCallsAsked>

/** A token that is still called although it ended, by its last call. */
export const ExpiredButCalled = z.object({
  tokenId: TokenId,
  tokenName: z.string(),
  userId: UserId,
  userName: z.string(),
  expiredAt: Moment,
  calls: z.number().int(),
  lastCallAt: Moment,
  lastSource: z.string(),
})
export type ExpiredButCalled = z.output<typeof ExpiredButCalled>
export const ExpiredButCalledPage = pageOf(ExpiredButCalled)

/** A token that is still called with a secret that was replaced, by its last such call. */
export const ReplacedButCalled = z.object({
  tokenId: TokenId,
  tokenName: z.string(),
  userId: UserId,
  userName: z.string(),
  /** When it was rotated last. */
  rotatedAt: Moment,
  calls: z.number().int(),
  lastCallAt: Moment,
  lastSource: z.string(),
})
export type ReplacedButCalled = z.output<typeof ReplacedButCalled>
export const ReplacedButCalledPage = pageOf(ReplacedButCalled)

export const RefusedCallPage = pageOf(RefusedCall)
