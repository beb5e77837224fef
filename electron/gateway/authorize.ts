import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Permission } from '../contract/permission'
import type { CallLog } from '../services/call-log'
import { presentedToken } from './bearer'
import './caller'
import type { Judged, Asked, Wanted } from './judge'
import { sendProblem } from './respond'
import { sourceOf } from './source'

type Given = {
  judge: (asked: Asked) => Promise<Judged>
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  callLog: CallLog
}

/** Hooks that let a request through to its handler, as `request.caller`, or answer it. */
export function createAuthorize({ judge, isToken, callLog }: Given) {
  return {
    /** Any token that is valid now. */
    known: {
      onRequest: (request: FastifyRequest, reply: FastifyReply) =>
        admit(request, reply, null, true),
    },

    /** A token with this permission on the entity in the path. */
    reading: { onRequest: permitted('read', true) },

    /** The same, judged again when the body is there: a slow one may outlive its token. */
    changing: (permission: 'write' | 'delete') => ({
      onRequest: permitted(permission, true),
      preHandler: permitted(permission, false),
    }),

    /** Once a call, on its way out: until then the second judgement may still refuse it. */
    countAllowed(request: FastifyRequest, _reply: FastifyReply, _body: unknown, next: () => void) {
      const { caller } = request
      if (caller) {
        const { token, entity, permission } = caller
        const use = entity && permission ? { entityId: entity.id, permission } : null
        callLog.allowed(token, sourceOf(request), use)
      }
      next()
    },
  }

  function permitted(permission: Permission, counts: boolean) {
    return (request: FastifyRequest, reply: FastifyReply) => {
      const { entity: entityName } = request.params as { entity: string }
      return admit(request, reply, { permission, entityName }, counts)
    }
  }

  async function admit(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: Wanted,
    counts: boolean,
  ) {
    request.caller = null
    const judged = await judge({
      presented: presentedToken(request, isToken),
      source: sourceOf(request),
      method: request.method,
      wanted,
      counts,
    })
    if (!judged.ok) return sendProblem(request, reply, judged.problem, judged)
    reply.headers(judged.headers)
    const { token, entity } = judged
    request.caller = { token, entity, permission: wanted?.permission ?? null }
  }
}
