import type { FastifyInstance } from 'fastify'
import type { Entity } from '../contract/entity'
import type { EntityDirectory } from '../services/entity-directory'
import { presentedEnd } from '../services/presented-secret'
import { effectivePermissions, type KnownToken } from '../services/verify'
import type { createAuthorize } from './authorize'

type Given = { authorize: ReturnType<typeof createAuthorize>; entities: EntityDirectory }

/** GET /v1/token: what the presented token is and may do, so that an integrator can see it works. */
export const tokenRoute =
  ({ authorize, entities }: Given) =>
  (app: FastifyInstance, _options: object, done: () => void) => {
    app.get('/v1/token', authorize.known, async (request) =>
      describe(request.caller!.token, await entities.all()),
    )
    done()
  }

function describe(token: KnownToken, entities: Entity[]) {
  const expiresAt = presentedEnd(token)
  const permissions = entities
    .map((entity) => [entity.name, effectivePermissions(token, entity.id)] as const)
    .filter(([, permitted]) => permitted.length > 0)
  return {
    token_id: token.tokenId,
    name: token.name,
    user: token.userName,
    created_at: iso(token.createdAt),
    expires_at: expiresAt === null ? null : iso(expiresAt),
    permissions: Object.fromEntries(permissions),
  }
}

const iso = (moment: number) => new Date(moment).toISOString()
