import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { Entity } from '../contract/entity'
import { RecordId, type StoredRecord } from '../contract/record'
import type { Created, KeptAnswer, NotSaved, Records, Saved } from '../services/records'
import type { createAuthorize } from './authorize'
import type { Cursors } from './cursor'
import { entityTag, ifMatch, ifNoneMatch } from './entity-tag'
import { readIdempotency, repeatedHeaders } from './idempotency-key'
import { takeJson } from './json-body'
import { limits } from './limits'
import { readPageQuery } from './page-query'
import { Problem } from './respond'

type Given = {
  authorize: ReturnType<typeof createAuthorize>
  records: Records
  cursors: Cursors
  now: () => number
}

const collection = '/v1/entities/:entity/records'
const member = `${collection}/:id`
const batch = `${collection}::batch`

/** The records of an entity: list, read, create, replace, change, delete. HEAD is GET. */
export const recordsRoutes =
  ({ authorize, records, cursors, now }: Given) =>
  (app: FastifyInstance, _options: object, done: () => void) => {
    const read = authorize.reading
    const write = authorize.changing('write')
    const remove = authorize.changing('delete')
    takeJson(app, 'application/json')

    app.decorateRequest('sentBody', null)

    app.get(collection, read, async (request, reply) => {
      const entity = entityOf(request)
      const { limit, query, after, parameters } = readPageQuery(entity, request.query, cursors)
      const { items, next } = await records.page(entity, query, after, limit)
      const nextCursor = next === null ? null : cursors.make(entity, query, next)
      if (nextCursor !== null) {
        parameters.set('cursor', nextCursor)
        reply.header('link', `<${addressOf(entity)}?${parameters.toString()}>; rel="next"`)
      }
      return { items: items.map(toJson(entity)), next_cursor: nextCursor }
    })

    app.get(member, read, async (request, reply) => {
      const entity = entityOf(request)
      const record = await records.get(entity, idOf(request))
      if (!record) throw new Problem('no-such-record')
      const known = ifNoneMatch(request.raw)
      if (known === 'any' || (known !== 'not_sent' && known.includes(record.version)))
        return reply.code(304).headers(tagOf(record)).send()
      return answer(reply, entity, record)
    })

    app.post(collection, write, async (request, reply) => {
      const entity = entityOf(request)
      const idempotency = readIdempotency(request, entity, now(), ([record]) => ({
        status: 201,
        location: `${addressOf(entity)}/${record!.id}`,
        etag: entityTag(record!.version),
        body: JSON.stringify(toJson(entity)(record!)),
      }))
      const body = bodyOf(request)
      const created = await records.create(entity, body, userOf(request), idempotency)
      if (created.outcome === 'repeated') return repeat(reply, created.answer)
      const [record] = createdRecords(created, request)
      reply.code(201).header('location', `${addressOf(entity)}/${record!.id}`)
      return answer(reply, entity, record!)
    })

    app.post(batch, write, async (request, reply) => {
      const entity = entityOf(request)
      const toBody = (saved: StoredRecord[]) => ({ items: saved.map(toJson(entity)) })
      const idempotency = readIdempotency(request, entity, now(), (saved) => ({
        status: 201,
        location: null,
        etag: null,
        body: JSON.stringify(toBody(saved)),
      }))
      const bodies = batchIn(bodyOf(request))
      const created = await records.createMany(entity, bodies, userOf(request), idempotency)
      if (created.outcome === 'repeated') return repeat(reply, created.answer)
      const saved = createdRecords(created, request)
      return reply.code(201).send(toBody(saved))
    })

    app.put(member, write, async (request, reply) => {
      const [entity, id, body] = [entityOf(request), idOf(request), bodyOf(request)]
      const none = ifNoneMatch(request.raw)
      if (none === 'any') {
        if (!RecordId.safeParse(id).success) throw new Problem('invalid-record-id')
        const made = savedRecord(await records.putNew(entity, id, body, userOf(request)), request)
        reply.code(201).header('location', `${addressOf(entity)}/${id}`)
        return answer(reply, entity, made)
      }
      // A condition that would be ignored is refused instead.
      if (none !== 'not_sent') throw new Problem('invalid-if-none-match')
      const versions = versionsFor(entity, request)
      const saved = await records.replace(entity, id, body, versions, userOf(request))
      return answer(reply, entity, savedRecord(saved, request))
    })

    app.delete(member, remove, async (request, reply) => {
      const entity = entityOf(request)
      const removed = await records.remove(entity, idOf(request), versionsFor(entity, request))
      if (removed !== 'deleted') throw failed({ outcome: removed }, request)
      return reply.code(204).send()
    })

    app.register((patching, _none, ready) => {
      takeJson(patching, 'application/json', 'application/merge-patch+json')
      patching.patch(member, write, async (request, reply) => {
        const [entity, id, body] = [entityOf(request), idOf(request), bodyOf(request)]
        const versions = versionsFor(entity, request)
        const saved = await records.patch(entity, id, body, versions, userOf(request))
        return answer(reply, entity, savedRecord(saved, request))
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

function batchIn(body: unknown): unknown[] {
  const records = (body as { records?: unknown } | null)?.records
  const isAlone = typeof body === 'object' && body !== null && Object.keys(body).length === 1
  const count = isAlone && Array.isArray(records) ? records.length : 0
  if (count < 1 || count > limits.batchRecords) throw new Problem('invalid-batch')
  return records as unknown[]
}

/** The versions the caller accepts to change; an entity may demand that it says so. */
function versionsFor(entity: Entity, request: FastifyRequest) {
  const versions = ifMatch(request.raw)
  if (entity.ifMatch === 'required' && request.headers['if-match'] === undefined)
    throw new Problem('if-match-missing')
  return versions
}

function savedRecord(saved: Saved, request: FastifyRequest): StoredRecord {
  if (saved.outcome === 'saved') return saved.record
  throw failed(saved, request)
}

function createdRecords(
  created: Exclude<Created, { outcome: 'repeated' }>,
  request: FastifyRequest,
): StoredRecord[] {
  if (created.outcome === 'created') return created.records
  if (created.outcome === 'key_reused') throw new Problem('idempotency-key-reused')
  throw failed(created, request)
}

/** Without If-Match the caller stated no version, so losing a race is a conflict. */
function failed(not: NotSaved, request: FastifyRequest): Problem {
  switch (not.outcome) {
    case 'invalid':
      return new Problem('invalid-record', { errors: not.errors })
    case 'conflict':
      return new Problem('value-taken', { errors: not.errors })
    case 'not_found':
      return new Problem('no-such-record')
    case 'exists':
      return new Problem('record-exists')
    case 'changed_meanwhile':
      return new Problem(request.headers['if-match'] ? 'changed-meanwhile' : 'conflict')
  }
}

const tagOf = (record: StoredRecord) => ({
  etag: entityTag(record.version),
  vary: 'Authorization',
})

function answer(reply: FastifyReply, entity: Entity, record: StoredRecord) {
  reply.headers(tagOf(record))
  return toJson(entity)(record)
}

/** What was answered the first time, byte for byte. */
const repeat = (reply: FastifyReply, kept: KeptAnswer) =>
  reply
    .code(kept.status)
    .headers(repeatedHeaders(kept))
    .type('application/json; charset=utf-8')
    .send(kept.body)

/** Fields that the entity does not have any more stay in old records, and are not shown. */
const toJson = (entity: Entity) => (record: StoredRecord) => ({
  id: record.id,
  version: record.version,
  created_at: new Date(record.createdAt).toISOString(),
  updated_at: new Date(record.updatedAt).toISOString(),
  data: Object.fromEntries(
    entity.fields
      .filter(({ name }) => Object.hasOwn(record.data, name))
      .map(({ name }) => [name, record.data[name]]),
  ),
})
