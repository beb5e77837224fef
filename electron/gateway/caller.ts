import type { Entity } from '../contract/entity'
import type { Permission } from '../contract/permission'
import type { KnownToken } from '../services/verify'

/** Who was let through, and to which entity (null: to none, or to one that does not exist). */
export type Caller = { token: KnownToken; entity: Entity | null; permission: Permission | null }

declare module 'fastify' {
  interface FastifyRequest {
    caller: Caller | null
  }
}
