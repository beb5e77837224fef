import type { CallAsked, Explanation } from '../contract/explain'
import type { Entity } from '../contract/entity'
import { replacedAt } from '../contract/rotation'
import type { Seals } from '../crypto/types'
import type { StoredToken } from '../store/gateway-data'
import { found } from './accepted'
import { checkFacts } from './check-facts'
import type { Means } from './means'
import { sameBytes } from './same-bytes'
import { checks, type CallRequest, type KnownToken, type PresentedSecret } from './verify'

export type Explain = ReturnType<typeof createExplain>

/** Why a call is allowed or refused, by the very checks that the gateway makes. */
export function createExplain({
  store,
  seals,
  now,
}: Pick<Means, 'store' | 'now'> & { seals: Pick<Seals, 'rights'> }) {
  return async (asked: CallAsked): Promise<Explanation> => {
    const at = asked.at ?? now()
    const stored = found(await store.tokens.stored(asked.tokenId))
    const token: KnownToken = {
      ...stored,
      genuine: sameBytes(seals.rights(stored), stored.rightsMac),
      presented: secretAsked(asked.secret, stored, at),
    }
    const entities = await store.entities.all()
    const entity = entities.find((one) => one.name === asked.entity) ?? null
    const request = requestFrom(asked, entity)
    const reasons = checks.map(({ refuses }) => refuses(token, request, at))
    const failed = reasons.findIndex((reason) => reason !== null)
    const last = failed < 0 ? checks.length : failed
    return {
      token: found(await store.tokens.get(asked.tokenId, at)),
      userName: token.userName,
      presented: token.presented.number === stored.secretNumber ? null : token.presented.number,
      at,
      allowed: failed < 0,
      reason: reasons[failed] ?? null,
      checks: checks.map(({ check }, place) => ({
        check,
        outcome:
          place > last
            ? 'not_reached'
            : place === failed
              ? 'failed'
              : isLeftOut(check, request)
                ? 'left_out'
                : 'passed',
        facts: checkFacts[check](token, request, at, entities),
      })),
    }
  }
}

/** A number that the token never had is not found. */
function secretAsked(
  secret: CallAsked['secret'],
  { secretNumber, oldSecrets }: StoredToken,
  at: number,
): PresentedSecret {
  const current = { number: secretNumber, validUntil: null }
  if (secret === 'in_use' || secret === secretNumber) return current
  if (secret === 'replaced') return replacedAt(oldSecrets, at) ?? current
  const { number, validUntil } = found(oldSecrets.find((one) => one.number === secret) ?? null)
  return { number, validUntil }
}

const requestFrom = ({ entity: name, permission, source }: CallAsked, entity: Entity | null) =>
  ({
    wanted: name === null ? 'identity' : { permission, entityId: entity?.id ?? null },
    source,
  }) satisfies CallRequest

/** What was not asked about decides nothing. */
const isLeftOut = (check: (typeof checks)[number]['check'], request: CallRequest) =>
  check === 'source'
    ? request.source === null
    : ['granted', 'user_access'].includes(check) && request.wanted === 'identity'
