import type { Entity } from '../../contract/entity'
import type { Permission } from '../../contract/permission'
import { exampleId, exampleRecord } from '../../services/example-record'
import { listParameters, refersToParameters } from './parameters'
import { rateHeaderNames, refersToHeaders, type HeaderName } from './headers'
import { refusals, type NamedStatus } from './problem-responses'
import { schemaRef } from './entity-schemas'

type Operation = {
  verb: 'list' | 'create' | 'create-batch' | 'read' | 'replace' | 'change' | 'delete'
  summary: string
  description?: string
  parameters: object[]
  requestBody?: object
  responses: Record<string, object>
}

/** The addresses of an entity with the operations that these permissions allow. */
export function entityPaths(entity: Entity, permitted: Permission[]): Record<string, object> {
  const may = (permission: Permission) => permitted.includes(permission)
  const { title } = entity
  const data = exampleRecord(entity.fields)
  const record = {
    id: exampleId,
    version: 1,
    created_at: '2027-03-31T08:30:00.000Z',
    updated_at: '2027-03-31T08:30:00.000Z',
    data,
  }
  const { idempotencyKey, ifMatch } = entity
  const idempotency = refersToParameters(
    idempotencyKey === 'required' ? 'idempotencyKeyRequired' : 'idempotencyKey',
  )
  const match = refersToParameters(ifMatch === 'required' ? 'ifMatchRequired' : 'ifMatch')
  const stale: NamedStatus[] = ifMatch === 'required' ? [412, 428] : [412]
  const bytes = `A record holds at most ${entity.maxRecordBytes} bytes of JSON.`

  const operationOf = ({ verb, responses, ...operation }: Operation) => ({
    operationId: `${verb}-${entity.name}`,
    tags: [entity.name],
    ...operation,
    responses,
  })
  const one = (description: string, ...headers: HeaderName[]) =>
    json(description, schemaRef(entity, 'record'), record, [...headers, ...rateHeaderNames])
  const sent = (part: 'new' | 'patch' | 'batch', example: object, ...types: string[]) => ({
    required: true,
    content: Object.fromEntries(
      ['application/json', ...types].map((type) => [
        type,
        { schema: schemaRef(entity, part), example },
      ]),
    ),
  })

  const collection = {
    ...(may('read') && {
      get: operationOf({
        verb: 'list',
        summary: `List records of ${title}`,
        parameters: listParameters(entity),
        responses: {
          200: json(
            'A page of records.',
            schemaRef(entity, 'page'),
            { items: [record], next_cursor: null },
            ['Link', ...rateHeaderNames],
          ),
          ...refusals(400, ...always),
        },
      }),
    }),
    ...(may('write') && {
      post: operationOf({
        verb: 'create',
        summary: `Create a record of ${title}`,
        description: bytes,
        parameters: idempotency,
        requestBody: sent('new', data),
        responses: {
          201: one('The record as it was saved.', 'Location', 'ETag', 'Idempotency-Replayed'),
          ...refusals(400, 409, 422, ...always),
        },
      }),
    }),
  }

  const batch = may('write') && {
    post: operationOf({
      verb: 'create-batch',
      summary: `Create several records of ${title}`,
      description: `All of them or none. ${bytes}`,
      parameters: idempotency,
      requestBody: sent('batch', { records: [data] }),
      responses: {
        201: json(
          'The records as they were saved.',
          schemaRef(entity, 'created'),
          { items: [record] },
          ['Idempotency-Replayed', ...rateHeaderNames],
        ),
        ...refusals(400, 409, 422, ...always),
      },
    }),
  }

  const member = {
    ...(may('read') && {
      get: operationOf({
        verb: 'read',
        summary: `Read a record of ${title}`,
        parameters: refersToParameters('ifNoneMatch'),
        responses: {
          200: one('The record.', 'ETag'),
          304: {
            description: 'It is the version that you have.',
            headers: refersToHeaders('ETag', ...rateHeaderNames),
          },
          ...refusals(400, 404, ...always),
        },
      }),
    }),
    ...(may('write') && {
      put: operationOf({
        verb: 'replace',
        summary: `Replace a record of ${title}`,
        description: `With If-None-Match: \\* it makes a new record with an id of your own instead. ${bytes}`,
        parameters: refersToParameters(
          ifMatch === 'required' ? 'ifMatchOrNew' : 'ifMatch',
          'onlyNew',
        ),
        requestBody: sent('new', data),
        responses: {
          200: one('The record as it was saved.', 'ETag'),
          201: one('The new record.', 'Location', 'ETag'),
          ...refusals(400, 404, 409, 422, ...stale, ...always),
        },
      }),
      patch: operationOf({
        verb: 'change',
        summary: `Change fields of a record of ${title}`,
        description: `A JSON Merge Patch (RFC 7396): fields that are not sent stay, null takes an optional field away. ${bytes}`,
        parameters: match,
        requestBody: sent('patch', data, 'application/merge-patch+json'),
        responses: {
          200: one('The record as it was saved.', 'ETag'),
          ...refusals(400, 404, 409, 422, ...stale, ...always),
        },
      }),
    }),
    ...(may('delete') && {
      delete: operationOf({
        verb: 'delete',
        summary: `Delete a record of ${title}`,
        parameters: match,
        responses: {
          204: {
            description: 'The record is gone.',
            headers: refersToHeaders(...rateHeaderNames),
          },
          ...refusals(400, 404, 409, ...stale, ...always),
        },
      }),
    }),
  }

  const address = `/v1/entities/${entity.name}/records`
  return {
    ...(Object.keys(collection).length > 0 && { [address]: collection }),
    ...(batch && { [`${address}:batch`]: batch }),
    [`${address}/{id}`]: { parameters: refersToParameters('id'), ...member },
  }
}

/** What any call with a token may be answered. */
const always = [401, 403, 429, 500, 503] as const

function json(description: string, schema: object, example: object, names: HeaderName[]) {
  return {
    description,
    headers: refersToHeaders(...names),
    content: { 'application/json': { schema, example } },
  }
}
