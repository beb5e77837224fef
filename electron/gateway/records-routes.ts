import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Entity, StoredRecord } from '../contract/entity'
import type { Records, Saved } from '../services/records'
import type { createAuthorize } from './authorize'
import type { Cursors } from './cursor'
import { entityTag, ifMatch } from './entity-tag'
import { takeJson } from './json-body'
import { readPageQuery } from './page-query'
import { Problem } from './respond'

type Given = {
  authorize: ReturnType<typeof createAuthorize>
  records: Records
  cursors: Cursors
}

const collection = '/v1/entities/:entity/records'
const member = `${collection}/:id`

/** The records of an entity: list, read, create, replace, change, delete. HEAD is GET. */
export const recordsRoutes =
  ({ authorize, records, cursors }: Given) =>
  (app: FastifyInstance, _options: object, done: () => void) => {
    const read = authorize.reading
    const write = authorize.changing('write')
    const remove = authorize.changing('delete')
    takeJson(app, 'application/json')

    app.get(collection, read, async (request, reply) => {
      const entity = entityOf(request)
      const { limit, cursor } = readPageQuery(request.query)
      const after = cursor === null ? null : cursors.read(entity.id, cursor)
      if (cursor !== null && after === null) throw new Problem('invalid-cursor')
      const { items, next } = await records.page(entity, after, limit)
      const nextCursor = next === null ? null : cursors.make(entity.id, next)
      if (nextCursor !== null) {
        const target = `${addressOf(entity)}?limit=${limit}&cursor=${nextCursor}`
        reply.header('link', `<${target}>; rel="next"`)
      }
      return { items: items.map(toJson), next_cursor: nextCursor }
    })

    app.get(member, read, async (request, reply) => {
      const record = await records.get(entityOf(request), idOf(request))
      if (!record) throw new Problem('no-such-record')
      return answer(reply, record)
    })

    app.post(collection, write, async (request, reply) => {
      const entity = entityOf(request)
      const saved = await records.create(entity, bodyOf(request), userOf(request))
      const record = savedRecord(saved, request)
      reply.code(201).header('location', `${addressOf(entity)}/${record.id}`)
      return answer(reply, record)
    })

    app.put(member, write, async (request, reply) => {
      const [entity, id, body] = [entityOf(request), idOf(request), bodyOf(request)]
      const saved = await records.replace(entity, id, body, ifMatch(request.raw), userOf(request))
      return answer(reply, savedRecord(saved, request))
    })

    app.delete(member, remove, async (request, reply) => {
      const removed = await records.remove(entityOf(request), idOf(request), ifMatch(request.raw))
      if (removed !== 'deleted') throw failed(removed, request)
      return reply.code(204).send()
    })

    app.register((patching, _none, ready) => {
      takeJson(patching, 'application/json', 'application/merge-patch+json')
      patching.patch(member, write, async (request, reply) => {
        const [entity, id, body] = [entityOf(request), idOf(request), bodyOf(request)]
        const saved = await records.patch(entity, id, body, ifMatch(request.raw), userOf(request))
        return answer(reply, savedRecord(saved, request))
      })
      ready()
    })
    done()
  }

/** Known by now to exist, or "All entities" let a call to a wrong name through. */
function entityOf(request: FastifyRequest): Entity {
  const entity = request.caller?.entity
  if (!entity) throw new Problem('no-such-entity')
  return entity
}

const idOf = (request: FastifyRequest) => (request.params as { id: string }).id
const userOf = (request: FastifyRequest) => request.caller!.token.userName
const addressOf = (entity: Entity) => `/v1/entities/${entity.name}/records`

function bodyOf(request: FastifyRequest): unknown {
  if (request.body === undefined) throw new Problem('bad-json')
  return request.body
}

function savedRecord(saved: Saved, request: FastifyRequest): StoredRecord {
  if (saved.outcome === 'saved') return saved.record
  if (saved.outcome === 'invalid') throw new Problem('invalid-record', { errors: saved.errors })
  throw failed(saved.outcome, request)
}

/** Without If-Match the caller stated no version, so losing a race is a conflict. */
function failed(outcome: 'not_found' | 'changed_meanwhile', request: FastifyRequest): Problem {
  if (outcome === 'not_found') return new Problem('no-such-record')
  return new Problem(request.headers['if-match'] ? 'changed-meanwhile' : 'conflict')
}

function answer(reply: FastifyReply, record: StoredRecord) {
  reply.headers({ etag: entityTag(record.version), vary: 'Authorization' })
  return toJson(record)
}

const toJson = (record: StoredRecord) => ({
  id: record.id,
  version: record.version,
  created_at: new Date(record.createdAt).toISOString(),
  updated_at: new Date(record.updatedAt).toISOString(),
  data: record.data,
})
