import type { Entity } from '../../contract/entity'
import { exampleRef } from './entity-examples'
import { schemaRef } from './entity-schemas'
import { rateHeaderNames, refersToHeaders, type HeaderName } from './headers'
import { listParameters, refersToParameters } from './parameters'
import { refusals, type NamedStatus } from './problem-responses'

/** What any call with a token may be answered. */
const always = [401, 403, 429, 500, 503] as const

/** What can be done with the records of an entity, each as it has to be called. */
export function operationsOf(entity: Entity) {
  const { title, ifMatch, idempotencyKey, maxRecordBytes } = entity
  const isMatched = ifMatch === 'required'
  const idempotency = refersToParameters(
    idempotencyKey === 'required' ? 'idempotencyKeyRequired' : 'idempotencyKey',
  )
  const match = refersToParameters(isMatched ? 'ifMatchRequired' : 'ifMatch')
  const stale: NamedStatus[] = isMatched ? [412, 428] : [412]
  const bytes = `A record holds at most ${maxRecordBytes} bytes of JSON.`

  return {
    list: () =>
      named('list', `List records of ${title}`, {
        parameters: listParameters(entity),
        responses: {
          200: answered('A page of records.', 'page', 'Link'),
          ...refusals(400, ...always),
        },
      }),

    create: () =>
      named('create', `Create a record of ${title}`, {
        description: bytes,
        parameters: idempotency,
        requestBody: sent('new', 'data'),
        responses: {
          201: answered(saved, 'record', 'Location', 'ETag', 'Idempotency-Replayed'),
          ...refusals(400, 409, 422, ...always),
        },
      }),

    createBatch: () =>
      named('create-batch', `Create several records of ${title}`, {
        description: `All of them or none. ${bytes}`,
        parameters: idempotency,
        requestBody: sent('batch', 'batch'),
        responses: {
          201: answered('The records as they were saved.', 'created', 'Idempotency-Replayed'),
          ...refusals(400, 409, 422, ...always),
        },
      }),

    read: () =>
      named('read', `Read a record of ${title}`, {
        parameters: refersToParameters('ifNoneMatch'),
        responses: {
          200: answered('The record.', 'record', 'ETag'),
          304: withoutBody('It is the version that you have.', 'ETag'),
          ...refusals(400, 404, ...always),
        },
      }),

    replace: () =>
      named('replace', `Replace a record of ${title}`, {
        description: `With If-None-Match: \\* it makes a new record with an id of your own instead. ${bytes}`,
        parameters: refersToParameters(isMatched ? 'ifMatchOrNew' : 'ifMatch', 'onlyNew'),
        requestBody: sent('new', 'data'),
        responses: {
          200: answered(saved, 'record', 'ETag'),
          201: answered('The new record.', 'record', 'Location', 'ETag'),
          ...refusals(400, 404, 409, 422, ...stale, ...always),
        },
      }),

    change: () =>
      named('change', `Change fields of a record of ${title}`, {
        description: `A JSON Merge Patch (RFC 7396): fields that are not sent stay, null takes an optional field away. ${bytes}`,
        parameters: match,
        requestBody: sent('patch', 'data', 'application/merge-patch+json'),
        responses: {
          200: answered(saved, 'record', 'ETag'),
          ...refusals(400, 404, 409, 422, ...stale, ...always),
        },
      }),

    remove: () =>
      named('delete', `Delete a record of ${title}`, {
        parameters: match,
        responses: {
          204: withoutBody('The record is gone.'),
          ...refusals(400, 404, 409, ...stale, ...always),
        },
      }),
  }

  /** Entity names have no hyphen in them, so no two operations have one name. */
  function named(verb: string, summary: string, operation: object) {
    return { operationId: `${verb}-${entity.name}`, tags: [entity.name], summary, ...operation }
  }

  function answered(
    description: string,
    part: 'record' | 'page' | 'created',
    ...names: HeaderName[]
  ) {
    const body = { schema: schemaRef(entity, part), examples: exampleRef(entity, part) }
    return {
      description,
      headers: refersToHeaders(...names, ...rateHeaderNames),
      content: { 'application/json': body },
    }
  }

  function sent(part: 'new' | 'patch' | 'batch', example: 'data' | 'batch', ...types: string[]) {
    const body = { schema: schemaRef(entity, part), examples: exampleRef(entity, example) }
    const mediaTypes = ['application/json', ...types]
    return { required: true, content: Object.fromEntries(mediaTypes.map((type) => [type, body])) }
  }
}

const saved = 'The record as it was saved.'

const withoutBody = (description: string, ...names: HeaderName[]) => ({
  description,
  headers: refersToHeaders(...names, ...rateHeaderNames),
})
