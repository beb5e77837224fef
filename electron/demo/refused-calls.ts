import type { Entity } from '../contract/entity'
import type { RefusalReason } from '../contract/gateway'
import type { TokenId } from '../contract/id'
import { permissions, type Permission } from '../contract/permission'
import type { RefusedRow } from '../store/gateway-data'
import { sourceOf } from './call-source'
import type { DemoToken } from './demo-tokens'
import type { DemoMeans } from './demo-world'
import { day, type Story } from './token-stories'

type Refused = RefusedRow

/** Nobody asks about tokens in the demo's past. */
type DemoReason = Exclude<RefusalReason, `${string}client${string}`>

/** The answer that the gateway gives for each reason that the demo knows. */
const statusOf: Record<DemoReason, number> = {
  no_token: 401,
  several_tokens: 400,
  token_in_query: 400,
  token_in_body: 400,
  malformed_token: 401,
  unknown_token: 401,
  wrong_secret: 401,
  tampered_row: 401,
  secret_replaced: 401,
  revoked: 401,
  disabled: 401,
  unused_too_long: 401,
  user_disabled: 401,
  not_yet_active: 401,
  expired: 401,
  source_not_allowed: 401,
  unknown_entity: 403,
  not_granted: 403,
  beyond_user_access: 403,
  rate_limited: 429,
  wrong_host: 421,
  web_page: 403,
  proxy_not_allowed: 403,
  no_route_set: 403,
  original_missing: 403,
  ambiguous_path: 403,
  no_route: 403,
}

const methodOf: Record<Permission, string> = { read: 'GET', write: 'POST', delete: 'DELETE' }

/** Systems that go on calling with a token that no longer (or does not yet) work: how often. */
const persistence: Partial<Record<Story, { reason: DemoReason; from: number; to: number }>> = {
  expired_still_called: { reason: 'expired', from: 7, to: 12 },
  revoked_still_called: { reason: 'revoked', from: 5, to: 9 },
  replaced_still_called: { reason: 'secret_replaced', from: 5, to: 8 },
  disabled: { reason: 'disabled', from: 1, to: 3 },
  left_behind: { reason: 'user_disabled', from: 2, to: 4 },
  not_yet_active: { reason: 'not_yet_active', from: 0, to: 2 },
}

/** Every refused call of the last days, oldest first. */
export const refusedCalls = (means: DemoMeans, tokens: DemoToken[], entities: Entity[]) =>
  [
    ...tokens.flatMap((token) => [
      ...refusedOf(means, token, entities),
      ...beyondLimits(means, token, entities),
    ]),
    ...strangers(means, tokens, entities),
  ].toSorted((one, other) => one.at - other.at)

function refusedOf(means: DemoMeans, token: DemoToken, entities: Entity[]): Refused[] {
  const { seeded } = means
  const stubborn = persistence[token.story]
  if (stubborn) {
    const since = stoppedWorkingAt(token, means.now())
    return many(seeded.between(stubborn.from, stubborn.to), () =>
      callOf(means, token, entities, { reason: stubborn.reason, since }),
    )
  }
  if (token.name === 'Order clean-up') {
    return many(6, () =>
      callOf(means, token, entities, {
        reason: 'beyond_user_access',
        since: means.now() - 20 * day,
        permission: 'delete',
      }),
    )
  }
  if (token.story !== 'busy' || seeded.chance(0.6)) return []
  const reason = seeded.chance(0.8) ? 'not_granted' : 'unknown_entity'
  return many(seeded.between(1, 4), () =>
    callOf(means, token, entities, { reason, since: means.now() - 6 * day, permission: 'delete' }),
  )
}

/** A program that was moved to another machine, and one that calls too fast for its rate. */
function beyondLimits(means: DemoMeans, token: DemoToken, entities: Entity[]): Refused[] {
  const { networks, callsPerMinute } = token.rights
  const since = means.now() - 4 * day
  const elsewhere =
    networks.length > 0 && token.story === 'daily'
      ? many(3, () => ({
          ...callOf(means, token, entities, { reason: 'source_not_allowed', since }),
          source: '10.90.0.44',
        }))
      : []
  const tooFast =
    callsPerMinute !== null && callsPerMinute < 100
      ? many(4, () => callOf(means, token, entities, { reason: 'rate_limited', since }))
      : []
  return [...elsewhere, ...tooFast]
}

/** Calls without a usable token, from people who try and from programs that are set up wrongly. */
function strangers(means: DemoMeans, tokens: DemoToken[], entities: Entity[]): Refused[] {
  const { seeded } = means
  const known = tokens[0]?.rights.tokenId ?? null
  const tried: [DemoReason, number, TokenId | null][] = [
    ['no_token', 6, null],
    ['malformed_token', 3, null],
    ['token_in_query', 2, null],
    ['several_tokens', 1, null],
    ['unknown_token', 2, means.format.make('x').tokenId],
    ['wrong_secret', 2, known],
  ]
  return tried.flatMap(([reason, count, tokenId]) =>
    many(count, () => ({
      ...onceAt(within(means, means.now() - 9 * day)),
      source: `10.90.0.${seeded.between(2, 250)}`,
      tokenId,
      method: 'GET',
      entity: seeded.pick(entities).name,
      permission: 'read' as const,
      reason,
      status: statusOf[reason],
    })),
  )
}

type Blame = { reason: DemoReason; since: number; permission?: Permission }

function callOf(
  means: DemoMeans,
  token: DemoToken,
  entities: Entity[],
  { reason, since, permission }: Blame,
): Refused {
  const grant = means.seeded.pick(token.rights.grants)
  const entity = entities.find((one) => one.id === grant.entityId) ?? means.seeded.pick(entities)
  const asked =
    permission ?? means.seeded.pick(permissions.filter((one) => grant.permissions.includes(one)))
  return {
    ...onceAt(within(means, since)),
    source: sourceOf(token),
    tokenId: token.rights.tokenId,
    method: methodOf[asked],
    entity: reason === 'unknown_entity' ? `${entity.name}_archive` : entity.name,
    permission: asked,
    reason,
    status: statusOf[reason],
  }
}

function stoppedWorkingAt(token: DemoToken, now: number): number {
  const { createdAt, disabledAt, revokedAt, expiresAt, rotation } = token.life
  if (token.story === 'not_yet_active') return createdAt
  if (token.story === 'left_behind') return now - 11 * day
  return disabledAt ?? revokedAt ?? rotation?.oldValidUntil ?? expiresAt ?? now
}

/** A moment after `since`, of the last twelve days, and in the past. */
function within(means: DemoMeans, since: number): number {
  const now = means.now()
  return Math.ceil(means.seeded.between(Math.max(since + 1, now - 12 * day), now - 1_000))
}

const onceAt = (at: number) => ({ at, lastAt: at, calls: 1 })

const many = <T>(count: number, make: () => T): T[] => Array.from({ length: count }, make)
