import type { FastifyInstance, FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { EntityDirectory } from '../services/entity-directory'
import { createRecent } from '../services/recent'
import { effectivePermissions, type KnownToken } from '../services/verify'
import type { createAuthorize } from './authorize'
import { isKnownTag } from './entity-tag'
import { describeApi, type Usable } from './openapi/describe-api'

type Given = { authorize: ReturnType<typeof createAuthorize>; entities: EntityDirectory }

type Description = { text: string; tag: string }

/** Tokens with the same rights share one; what nobody asked for lately is made anew. */
const mostKept = 8

/** GET /openapi.json: the API as the presented token may use it, nothing else. */
export const openapiRoute = ({ authorize, entities }: Given) => {
  // The promise is kept, so that callers who come while it is being made wait for the same one.
  const kept = createRecent<string, Promise<Description>>(mostKept)
  let keptAge: number | null = null

  return (app: FastifyInstance, _options: object, done: () => void) => {
    app.get('/openapi.json', authorize.known, async (request, reply) => {
      const { text, tag } = await description(request, request.caller!.token)
      reply.headers({ etag: tag, vary: 'Authorization' })
      if (isKnownTag(request.raw, tag)) return reply.code(304).send()
      return reply.type('application/json; charset=utf-8').send(text)
    })
    done()
  }

  async function description(request: FastifyRequest, token: KnownToken): Promise<Description> {
    const { age, entities: all } = await entities.ofAge()
    if (age !== keptAge) {
      kept.clear()
      keptAge = age
    }
    const usable = all
      .map((entity) => ({ entity, permitted: effectivePermissions(token, entity.id) }))
      .filter(({ permitted }) => permitted.length > 0)
    const baseUrl = `${request.protocol}://${request.host}`
    const key = keyOf(baseUrl, usable)
    const again = kept.get(key)
    if (again) return again
    const made = describe(usable, baseUrl)
    kept.set(key, made)
    return made
  }
}

const keyOf = (baseUrl: string, usable: Usable[]) =>
  JSON.stringify([baseUrl, usable.map(({ entity, permitted }) => [entity.id, permitted])])

async function describe(usable: Usable[], baseUrl: string): Promise<Description> {
  const text = await describeApi(usable, baseUrl)
  const digest = createHash('sha256').update(text).digest('base64url').slice(0, 16)
  return { text, tag: `"${digest}"` }
}
