import { timingSafeEqual } from 'node:crypto'
import type { EntityId } from '../contract/id'

/**
 * A cursor is base64url(JSON) "." base64url(HMAC): `e` the entity it was made for, `a` the id after
 * which the next page begins. Signed, so that callers cannot make a habit of building their own.
 */
export function createCursors(sign: (text: string) => Buffer) {
  return {
    make(entityId: EntityId, after: string): string {
      const text = JSON.stringify({ v: 1, e: entityId, a: after })
      return `${Buffer.from(text).toString('base64url')}.${sign(text).toString('base64url')}`
    },

    /** The id, or null when the cursor is not one of ours for this entity. */
    read(entityId: EntityId, cursor: string): string | null {
      const [encoded = '', signature = '', more] = cursor.split('.')
      const text = Buffer.from(encoded, 'base64url').toString()
      const given = Buffer.from(signature, 'base64url')
      const right = sign(text)
      if (more !== undefined || given.length !== right.length) return null
      if (!timingSafeEqual(given, right)) return null
      const { v, e, a } = JSON.parse(text) as { v: number; e: number; a: string }
      return v === 1 && e === entityId ? a : null
    },
  }
}

export type Cursors = ReturnType<typeof createCursors>
