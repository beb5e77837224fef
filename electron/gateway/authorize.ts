import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import type { Permission } from '../contract/permission'
import type { CallLog } from '../services/call-log'
import type { EntityDirectory } from '../services/entity-directory'
import type { TokenCheck } from '../services/token-check'
import { verify } from '../services/verify'
import { presentedToken } from './bearer'
import './caller'
import { problem, type ProblemName } from './problems'
import { sendProblem } from './respond'

type Given = {
  checkToken: TokenCheck
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  entities: EntityDirectory
  callLog: CallLog
  now: () => number
  report: (error: unknown) => void
}

type Wanted = { permission: Permission; entityName: string } | null

/** Hooks that let a request through to its handler, as `request.caller`, or answer it. */
export function createAuthorize(given: Given) {
  const { checkToken, isToken, entities, callLog, now, report } = given
  return {
    /** Any token that is valid now. */
    known: {
      onRequest: (request: FastifyRequest, reply: FastifyReply) => judge(request, reply, null),
    },

    /** A token with this permission on the entity in the path. */
    reading: { onRequest: permitted('read') },

    /** The same, judged again when the body is there: a slow one may outlive its token. */
    changing: (permission: 'write' | 'delete') => ({
      onRequest: permitted(permission),
      preHandler: permitted(permission),
    }),

    /** Once a call, on its way out: until then the second judgement may still refuse it. */
    countAllowed(request: FastifyRequest, _reply: FastifyReply, _body: unknown, next: () => void) {
      if (request.caller) callLog.allowed(request.caller.token.tokenId, request.ip)
      next()
    },
  }

  function permitted(permission: Permission) {
    return (request: FastifyRequest, reply: FastifyReply) =>
      judge(request, reply, {
        permission,
        entityName: (request.params as { entity: string }).entity,
      })
  }

  async function judge(request: FastifyRequest, reply: FastifyReply, wanted: Wanted) {
    request.caller = null
    const presented = presentedToken(request, isToken)
    if (presented.text === null) {
      const name = presented.reason === 'no_token' ? 'token-missing' : 'invalid-request'
      return refuse(request, reply, wanted, presented.reason, name)
    }

    let checked, entity
    try {
      checked = await checkToken(presented.text)
      entity = wanted && checked.known ? await entities.find(wanted.entityName) : null
    } catch (error) {
      report(error)
      return sendProblem(request, reply, 'unavailable')
    }
    if (!checked.known) {
      const isOurs = checked.reason === 'wrong_secret'
      return refuse(request, reply, wanted, checked.reason, 'invalid-token', checked, isOurs)
    }

    const { token } = checked
    const verdict = verify(
      token,
      wanted ? { permission: wanted.permission, entityId: entity?.id ?? null } : 'identity',
      now(),
    )
    if (!verdict.allowed) {
      const name = problemOf[verdict.reason]
      return refuse(request, reply, wanted, verdict.reason, name, token, true)
    }
    request.caller = { token, entity }
  }

  function refuse(
    request: FastifyRequest,
    reply: FastifyReply,
    wanted: Wanted,
    reason: RefusalReason,
    name: ProblemName,
    of: { tokenId: Parameters<CallLog['refused']>[0]['tokenId'] } = { tokenId: null },
    isOurs = false,
  ) {
    const entity = wanted && entityGrammar.test(wanted.entityName) ? wanted.entityName : null
    callLog.refused(
      {
        source: request.ip,
        tokenId: of.tokenId,
        method: request.method,
        entity,
        permission: wanted?.permission ?? null,
        reason,
        status: problem(name).status,
      },
      isOurs,
    )
    return sendProblem(request, reply, name, { headers: scopeChallenge(name, wanted, entity) })
  }
}

/** One answer for everything that makes a token invalid: the caller never learns which it was. */
const problemOf = {
  tampered_row: 'invalid-token',
  revoked: 'invalid-token',
  disabled: 'invalid-token',
  user_disabled: 'invalid-token',
  not_yet_active: 'invalid-token',
  expired: 'invalid-token',
  unknown_entity: 'insufficient-scope',
  not_granted: 'insufficient-scope',
  beyond_user_access: 'insufficient-scope',
} as const

const entityGrammar = /^[a-z][a-z0-9_]{0,62}$/

/** Names the permission that is missing; the entity's name only where it can be one. */
function scopeChallenge(
  name: ProblemName,
  wanted: Wanted,
  entity: string | null,
): Record<string, string> {
  if (name !== 'insufficient-scope' || !wanted || !entity) return {}
  const { challenge } = problem(name)
  return { 'www-authenticate': `${challenge}, scope="${entity}:${wanted.permission}"` }
}
