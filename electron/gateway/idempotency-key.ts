import type { FastifyRequest } from 'fastify'
import { createHash } from 'node:crypto'
import type { Entity } from '../contract/entity'
import type { Idempotency, KeptAnswer } from '../services/records'
import { limits } from './limits'
import { rawHeader } from './raw-headers'
import { Problem } from './respond'

const grammar = /^(?:"([ !#-[\]-~]{1,255})"|([!#-+\-.-:<-[\]-~]{1,255}))$/

/**
 * What makes a repeated POST recognisable (draft-ietf-httpapi-idempotency-key-header): a structured
 * string, or the bare key that many clients send. Undefined where none was sent.
 */
export function readIdempotency(
  request: FastifyRequest,
  entity: Entity,
  now: number,
  answer: Idempotency['answer'],
): Idempotency | undefined {
  const sent = rawHeader(request.raw, 'idempotency-key')
  if (sent.length === 0) {
    if (entity.idempotencyKey === 'required') throw new Problem('idempotency-key-missing')
    return undefined
  }
  const [, quoted, bare] = (sent.length === 1 && grammar.exec(sent[0]!)) || []
  const key = quoted ?? bare
  if (key === undefined) throw new Problem('invalid-idempotency-key')
  const { token } = request.caller!
  return {
    scope: sha256(JSON.stringify([token.userId, request.method, pathOf(request)])).toString('hex'),
    key,
    fingerprint: sha256(request.sentBody ?? ''),
    expiresAt: now + limits.idempotencyHours * 3_600_000,
    answer,
  }
}

const sha256 = (data: string | Buffer) => createHash('sha256').update(data).digest()
const pathOf = ({ url }: FastifyRequest) => url.split('?', 1)[0]

export const repeatedHeaders = ({ location, etag }: KeptAnswer): Record<string, string> => ({
  'idempotency-replayed': 'true',
  ...(location !== null && { location }),
  ...(etag !== null && { etag }),
})
