import type { CallAsked, Explanation } from '../contract/explain'
import type { Entity } from '../contract/entity'
import type { Seals } from '../crypto/types'
import { found } from './accepted'
import { checkFacts } from './check-facts'
import type { Means } from './means'
import { sameBytes } from './same-bytes'
import { checks, type CallRequest, type KnownToken } from './verify'

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
      presented: { number: stored.secretNumber, validUntil: null },
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
