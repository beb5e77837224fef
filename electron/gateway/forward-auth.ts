import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import type { TokenId } from '../contract/id'
import type { CallLog } from '../services/call-log'
import { matchRoute } from '../services/match-route'
import { isWithin } from '../services/networks'
import type { RouteDirectory } from '../services/route-directory'
import type { TokenCheck } from '../services/token-check'
import type { AuthzTarget } from './authz-target'
import { presentedToken, type Presented } from './bearer'
import { allow, deny, type Denied } from './forward-auth-answer'
import type { Asked, Judged } from './judge'
import { originalRequest, type Original } from './original-request'
import { problem, type ProblemName } from './problems'
import { sourceOf } from './source'

type Given = {
  judge: (asked: Asked) => Promise<Judged>
  checkToken: TokenCheck
  routeSets: RouteDirectory
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  callLog: CallLog
  report: (error: unknown) => void
}

export type ForwardAuth = (
  target: AuthzTarget,
  request: FastifyRequest,
  reply: FastifyReply,
) => Promise<void>

/** Answers a proxy that asks whether a request may reach the application behind it. */
export function createForwardAuth(given: Given): ForwardAuth {
  const { judge, checkToken, routeSets, isToken, callLog, report } = given

  return async (target, request, reply) => {
    try {
      const denied = await decide(target, request, reply)
      if (denied) deny(target.dialect, request, reply, denied)
    } catch (error) {
      report(error)
      deny(target.dialect, request, reply, { problem: 'unavailable' })
    }
  }

  async function decide(
    target: AuthzTarget,
    request: FastifyRequest,
    reply: FastifyReply,
  ): Promise<Denied | null> {
    const asking = sourceOf(request)
    const proxy = { source: asking, method: unknownMethod, tokenId: null }
    const routeSet = await routeSets.find(target.routeSet)
    if (!routeSet?.enabled) return refuse('no_route_set', proxy)
    const { proxies, rules } = routeSet
    // Networks of a token may be none, which is everywhere; of a route set that would be nobody.
    if (proxies.length === 0 || !isWithin(asking, proxies))
      return refuse('proxy_not_allowed', proxy)

    const read = originalRequest(target, request.raw)
    if (!read.ok) {
      const tokenId = await provenToken(presentedToken({ raw: request.raw, query: {} }, isToken))
      return refuse(read.reason, { ...proxy, source: read.source ?? asking, tokenId })
    }
    const { method, source: client } = read.original
    const source = client ?? asking
    const query = parametersOf(read.original)
    const presented = presentedToken({ raw: request.raw, query }, isToken)
    const matched = matchRoute(rules, read.original)
    if (matched.outcome === 'no_route')
      return refuse('no_route', { source, method, tokenId: await provenToken(presented) })
    if (matched.outcome === 'open') {
      allow(reply, null)
      return null
    }

    const { entity: entityName, permission } = matched
    const wanted = { permission, entityName, mustExist: true }
    const judged = await judge({ presented, source, client, method, wanted })
    if (!judged.ok) return judged
    const { token, entity, headers } = judged
    callLog.allowed(token, source, entity && { entityId: entity.id, permission })
    reply.headers(headers)
    allow(reply, { token, entity: entity!, permission })
    return null
  }

  /** Whose call it was, for the list alone: what is refused here needs no verdict on the token. */
  async function provenToken({ text }: Presented): Promise<TokenId | null> {
    const checked = text === null ? null : await checkToken(text)
    return checked?.known ? checked.token.tokenId : null
  }

  function refuse(
    reason: keyof typeof problemOf,
    by: { source: string; method: string; tokenId: TokenId | null },
  ): Denied {
    const name = problemOf[reason]
    const call = { ...by, entity: null, permission: null, reason, status: problem(name).status }
    callLog.refused(call, by.tokenId !== null)
    return { problem: name }
  }
}

const problemOf = {
  no_route_set: 'no-route',
  // One answer for both: who may not ask learns no names. The list of refused calls tells them apart.
  proxy_not_allowed: 'no-route',
  original_missing: 'original-missing',
  ambiguous_path: 'ambiguous-path',
  no_route: 'no-route',
} as const satisfies Partial<Record<RefusalReason, ProblemName>>

/** Of a request that could not be read, or was not. */
const unknownMethod = '-'

/** Only to see a token in it, which belongs into no address. */
function parametersOf({ query }: Original): Record<string, string[]> {
  const values = new Map<string, string[]>()
  for (const [name, value] of new URLSearchParams(query)) {
    const same = values.get(name)
    if (same) same.push(value)
    else values.set(name, [value])
  }
  return Object.fromEntries(values)
}
