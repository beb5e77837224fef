import type { FastifyReply, FastifyRequest } from 'fastify'
import type { Entity } from '../contract/entity'
import type { Permission } from '../contract/permission'
import { authHeaders } from '../services/forwarded-headers'
import { effectivePermissions, type KnownToken } from '../services/verify'
import type { Dialect } from './authz-target'
import { problem, type ProblemName } from './problems'
import { sendProblem } from './respond'

export type Allowed = { token: KnownToken; entity: Entity; permission: Permission }
export type Denied = { problem: ProblemName; members?: object; headers?: Record<string, string> }

/** A header that has no value: Caddy hands its own placeholder on in the place of a missing one. */
const none = '-'

/** 200 and nothing else: Envoy takes another 2xx for a refusal. `null` is a rule that is open. */
export function allow(reply: FastifyReply, allowed: Allowed | null) {
  const values = allowed && [
    // The number: names change, and may hold letters that no header can.
    String(allowed.token.userId),
    allowed.token.tokenId,
    effectivePermissions(allowed.token, allowed.entity.id)
      .map((permission) => `${allowed.entity.name}:${permission}`)
      .join(' '),
    allowed.entity.name,
    allowed.permission,
  ]
  for (const [index, name] of authHeaders.entries()) reply.header(name, values?.[index] || none)
  void reply.code(200).send()
}

/** nginx passes 401 and 403 on and makes 500 of anything else, so what was meant is in a header. */
export function deny(
  dialect: Dialect,
  request: FastifyRequest,
  reply: FastifyReply,
  { problem: name, members = {}, headers = {} }: Denied,
) {
  const { status } = problem(name)
  const isMeant = dialect !== 'auth-request' || [401, 403, 503].includes(status)
  if (isMeant) void sendProblem(request, reply, name, { members, headers })
  else
    void sendProblem(request, reply, name, {
      members,
      headers: { ...headers, 'x-keyward-status': String(status) },
      status: 403,
    })
}
