import { createHash, timingSafeEqual } from 'node:crypto'
import type { Entity } from '../contract/entity'
import type { RecordPlace, RecordQuery } from '../services/records'

/**
 * A cursor is base64url(JSON) "." base64url(HMAC): `e` the entity it was made for, `q` a digest of
 * the conditions and the order, `v` and `i` where the page ended. Signed, so that callers cannot
 * make a habit of building their own.
 */
export function createCursors(sign: (text: string) => Buffer) {
  return {
    make(entity: Entity, query: RecordQuery, place: RecordPlace): string {
      const text = JSON.stringify({
        e: entity.id,
        q: digestOf(query),
        v: place.value,
        i: place.id,
      })
      return `${Buffer.from(text).toString('base64url')}.${sign(text).toString('base64url')}`
    },

    /** Where to go on, or null when the cursor is not one of ours for this very query. */
    read(entity: Entity, query: RecordQuery, cursor: string): RecordPlace | null {
      const [encoded = '', signature = '', more] = cursor.split('.')
      const text = Buffer.from(encoded, 'base64url').toString()
      const given = Buffer.from(signature, 'base64url')
      const right = sign(text)
      if (more !== undefined || given.length !== right.length) return null
      if (!timingSafeEqual(given, right)) return null
      const { e, q, v, i } = JSON.parse(text) as Record<string, unknown>
      return e === entity.id && q === digestOf(query)
        ? { value: v as string | null, id: i as string }
        : null
    },
  }
}

const digestOf = ({ where, order }: RecordQuery): string =>
  createHash('sha256')
    .update(
      JSON.stringify([
        where.map(({ field, value }) => [field.id, value]),
        typeof order.by === 'string' ? order.by : order.by.id,
        order.direction,
      ]),
    )
    .digest('base64url')
    .slice(0, 16)

export type Cursors = ReturnType<typeof createCursors>
