import type { Entity } from '../contract/entity'
import { dayNumber } from '../contract/time'
import type { CallCount, RefusedRow } from '../store/gateway-data'
import { sharesBy } from './call-rhythm'
import { sourceOf } from './call-source'
import type { DemoToken } from './demo-tokens'
import type { DemoMeans } from './demo-world'
import { refusedCalls } from './refused-calls'
import { usageMoments } from './usage-moments'

/** Last use, counts and refused calls, as the gateway itself would have kept them. */
export async function keepCalls(means: DemoMeans, tokens: DemoToken[], entities: Entity[]) {
  const refused = refusedCalls(means, tokens, entities)
  const counts = tokens.flatMap((token) => [
    ...allowedOf(token, entities, means.now()),
    ...refusedOf(token, refused),
  ])
  // The last use that is kept is the last one that comes.
  const inOrder = counts.toSorted((one, other) => (one.lastUsedAt ?? 0) - (other.lastUsedAt ?? 0))
  await means.gatewayData.keep(
    inOrder.filter((count) => count.allowed + count.refused > 0),
    refused,
  )
  return refused.length
}

/** Refused ones, by their days. */
function refusedOf(token: DemoToken, refused: RefusedRow[]): CallCount[] {
  const { tokenId } = token.rights
  const days = Map.groupBy(
    refused.filter((call) => call.tokenId === tokenId),
    (call) => dayNumber(call.lastAt),
  )
  return [...days.values()].map((calls) => ({
    tokenId,
    allowed: 0,
    refused: calls.length,
    lastUsedAt: null,
    lastUsedFrom: null,
    calledAt: Math.max(...calls.map((call) => call.lastAt)),
    uses: [],
    secrets: [],
  }))
}

/** A token's calls, over its life up to its last use, so that no hour holds them all. */
function allowedOf(token: DemoToken, entities: Entity[], now: number): CallCount[] {
  const { createdAt, lastUsedAt, calls } = token.life
  if (lastUsedAt === null) return []
  let counted = 0
  const moments = usageMoments(createdAt, lastUsedAt, now)
  const shares = sharesBy(createdAt, moments)
  return moments.map((moment, index) => {
    const allowed = Math.round(calls * shares[index]!) - counted
    counted += allowed
    return {
      tokenId: token.rights.tokenId,
      allowed,
      refused: 0,
      lastUsedAt: moment,
      lastUsedFrom: sourceOf(token),
      calledAt: moment,
      uses: usesOf(token, entities, allowed, moment),
      secrets: secretsOf(token, allowed, moment),
    }
  })
}

/** Counted from the rotation on, as the gateway does. */
function secretsOf(token: DemoToken, calls: number, at: number): CallCount['secrets'] {
  const { rotation } = token.life
  if (rotation === null || at <= rotation.at) return []
  const number = at <= rotation.oldUsedUntil ? 1 : 2
  return [{ number, calls, lastUsedAt: at, lastUsedFrom: sourceOf(token) }]
}

/** Mostly reading the first entity of its grants, a few writes, and it never deletes. */
function usesOf(token: DemoToken, entities: Entity[], calls: number, at: number) {
  const [grant] = token.rights.grants
  const entityId = grant?.entityId ?? entities[0]?.id
  if (!grant || entityId === undefined || calls === 0) return []
  const writes = grant.permissions.includes('write') ? Math.floor(calls / 5) : 0
  return (['read', 'write'] as const)
    .filter((permission) => grant.permissions.includes(permission))
    .map((permission) => ({
      entityId,
      permission,
      calls: permission === 'write' ? writes : calls - writes,
      lastUsedAt: at,
    }))
    .filter((use) => use.calls > 0)
}
