import type { Entity } from '../contract/entity'
import type { CallCount } from '../store/gateway-data'
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
    {
      tokenId: token.rights.tokenId,
      allowed: 0,
      refused: refused.filter((call) => call.tokenId === token.rights.tokenId).length,
      lastUsedAt: null,
      lastUsedFrom: null,
      uses: [],
      secrets: [],
    },
  ])
  // The last use that is kept is the last one that comes.
  const inOrder = counts.toSorted((one, other) => (one.lastUsedAt ?? 0) - (other.lastUsedAt ?? 0))
  await means.gatewayData.keep(
    inOrder.filter((count) => count.allowed + count.refused > 0),
    refused,
  )
  return refused.length
}

/** A token's calls, evenly over its life up to its last use, so that no hour holds them all. */
function allowedOf(token: DemoToken, entities: Entity[], now: number): CallCount[] {
  const { createdAt, lastUsedAt, calls } = token.life
  if (lastUsedAt === null) return []
  const perMillisecond = calls / Math.max(1, lastUsedAt - createdAt)
  let counted = 0
  return usageMoments(createdAt, lastUsedAt, now).map((moment) => {
    const sofar = Math.round((moment - createdAt) * perMillisecond)
    const allowed = moment === lastUsedAt ? calls - counted : sofar - counted
    counted += allowed
    return {
      tokenId: token.rights.tokenId,
      allowed,
      refused: 0,
      lastUsedAt: moment,
      lastUsedFrom: sourceOf(token),
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
