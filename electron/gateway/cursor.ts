import { createHash, timingSafeEqual } from 'node:crypto'
import type { Entity } from '../contract/entity'
import type { RecordPlace, RecordQuery } from '../services/records'

/**
 * A cursor is base64url(JSON) "." base64url(HMAC): `e` the entity it was made for, `q` a digest of
 * the conditions and the order, `v` and `i` where the page ended. Signed, so that callers cannot
 * make a habit of building their own.
 */
export function createCursors(sign: (text: string) => Buffer) {
  const spelled = (text: string) =>
    `${Buffer.from(text).toString('base64url')}.${sign(text).toString('base64url')}`

  return {
    make(entity: Entity, query: RecordQuery, place: RecordPlace): string {
      return spelled(
        JSON.stringify({ e: entity.id, q: digestOf(query), v: place.value, i: place.id }),
      )
    },

    /** Where to go on, or null when the cursor is not one of ours for this very query. */
    read(entity: Entity, query: RecordQuery, cursor: string): RecordPlace | null {
      // Decoding forgives padding and characters that base64url does not have; a cursor has one form.
      const text = Buffer.from(cursor.split('.', 1)[0]!, 'base64url').toString()
      const [given, right] = [Buffer.from(cursor), Buffer.from(spelled(text))]
      if (given.length !== right.length || !timingSafeEqual(given, right)) return null
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
