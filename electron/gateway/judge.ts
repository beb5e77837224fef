import type { Entity } from '../contract/entity'
import type { RefusalReason } from '../contract/gateway'
import type { TokenId } from '../contract/id'
import type { Permission } from '../contract/permission'
import type { CallLog } from '../services/call-log'
import type { EntityDirectory } from '../services/entity-directory'
import type { TokenCheck } from '../services/token-check'
import { verify, type KnownToken } from '../services/verify'
import type { Presented } from './bearer'
import { problem, type ProblemName } from './problems'
import { rateHeaders, type Rate } from './rate-limit'

export type JudgeGiven = {
  checkToken: TokenCheck
  entities: EntityDirectory
  callLog: CallLog
  countCall: (tokenId: TokenId, limit: number) => Rate
  now: () => number
  report: (error: unknown) => void
}

export type Wanted = {
  permission: Permission
  entityName: string
  /** Where no answer of ours would say afterwards that there is no such entity. */
  mustExist?: boolean
} | null

export type Asked = {
  presented: Presented
  source: string
  /** Who sent the request that a proxy asks about; null is unknown. Without it, `source` did. */
  client?: string | null
  method: string
  wanted: Wanted
  /** False where the same call was counted before. */
  counts?: boolean
}

export type Judged =
  | { ok: true; token: KnownToken; entity: Entity | null; headers: Record<string, string> }
  | { ok: false; problem: ProblemName; members: object; headers: Record<string, string> }

/** Who calls, whether the token may do this, and whether it calls too often. */
export function createJudge({
  checkToken,
  entities,
  callLog,
  countCall,
  now,
  report,
}: JudgeGiven): (asked: Asked) => Promise<Judged> {
  return async (asked) => {
    const { presented, wanted, source } = asked
    if (presented.text === null) {
      const name = presented.reason === 'no_token' ? 'token-missing' : 'invalid-request'
      return refuse(asked, presented.reason, name, null, false)
    }

    let checked, entity
    try {
      checked = await checkToken(presented.text)
      entity = wanted && checked.known ? await entities.find(wanted.entityName) : null
    } catch (error) {
      report(error)
      return { ok: false, problem: 'unavailable', members: {}, headers: {} }
    }
    if (!checked.known) {
      const isOurs = checked.reason === 'wrong_secret'
      return refuse(asked, checked.reason, 'invalid-token', checked.tokenId, isOurs)
    }

    const { token } = checked
    const verdict = verify(
      token,
      {
        wanted: wanted
          ? { permission: wanted.permission, entityId: entity?.id ?? null }
          : 'identity',
        source: asked.client === undefined ? source : (asked.client ?? unknownSource),
      },
      now(),
    )
    if (!verdict.allowed)
      return refuse(asked, verdict.reason, problemOf[verdict.reason], token.tokenId, true)
    if (wanted?.mustExist && !entity)
      return refuse(asked, 'unknown_entity', 'insufficient-scope', token.tokenId, true)
    return withinRate(asked, token, entity)
  }

  function withinRate(asked: Asked, token: KnownToken, entity: Entity | null): Judged {
    if (asked.counts === false) return { ok: true, token, entity, headers: {} }
    const rate = countCall(token.tokenId, token.callsPerMinute ?? token.usualCallsPerMinute)
    const headers = rateHeaders(rate)
    if (!rate.exceeded) return { ok: true, token, entity, headers }
    const refused = refuse(asked, 'rate_limited', 'too-many-calls', token.tokenId, true)
    return {
      ...refused,
      members: { 'violated-policies': ['token'] },
      headers: { ...headers, 'retry-after': String(rate.resetSeconds) },
    }
  }

  function refuse(
    { source, method, wanted }: Asked,
    reason: RefusalReason,
    name: ProblemName,
    tokenId: TokenId | null,
    isOurs: boolean,
  ): Extract<Judged, { ok: false }> {
    const entity = wanted && entityGrammar.test(wanted.entityName) ? wanted.entityName : null
    callLog.refused(
      {
        source,
        tokenId,
        method,
        entity,
        permission: wanted?.permission ?? null,
        reason,
        status: problem(name).status,
      },
      isOurs,
    )
    return { ok: false, problem: name, members: {}, headers: scopeChallenge(name, wanted, entity) }
  }
}

/** In no network: a token that is bound to some is refused. */
const unknownSource = 'unknown'

/** One answer for everything that makes a token invalid: the caller never learns which it was. */
const problemOf = {
  tampered_row: 'invalid-token',
  secret_replaced: 'invalid-token',
  revoked: 'invalid-token',
  disabled: 'invalid-token',
  unused_too_long: 'invalid-token',
  user_disabled: 'invalid-token',
  not_yet_active: 'invalid-token',
  expired: 'invalid-token',
  source_not_allowed: 'invalid-token',
  unknown_entity: 'insufficient-scope',
  not_granted: 'insufficient-scope',
  beyond_user_access: 'insufficient-scope',
} as const

const entityGrammar = /^[a-z][a-z0-9_]{0,62}$/

/** Names the permission that is missing; the entity's name only where it can be one. */
function scopeChallenge(
  name: ProblemName,
  wanted: Wanted,
  entity: string | null,
): Record<string, string> {
  if (name !== 'insufficient-scope' || !wanted || !entity) return {}
  const { challenge } = problem(name)
  return { 'www-authenticate': `${challenge}, scope="${entity}:${wanted.permission}"` }
}
