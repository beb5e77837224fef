import type { FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import type { CallLog } from '../services/call-log'
import { matchRoute } from '../services/match-route'
import { isWithin } from '../services/networks'
import type { RouteDirectory } from '../services/route-directory'
import type { AuthzTarget } from './authz-target'
import { presentedToken } from './bearer'
import { allow, deny, type Denied } from './forward-auth-answer'
import type { Asked, Judged } from './judge'
import { originalRequest, type Original } from './original-request'
import { problem, type ProblemName } from './problems'

type Given = {
  judge: (asked: Asked) => Promise<Judged>
  routeSets: RouteDirectory
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  callLog: CallLog
  report: (error: unknown) => void
}

type Answer = (target: AuthzTarget, request: FastifyRequest, reply: FastifyReply) => Promise<void>

/** Answers a proxy that asks whether a request may reach the application behind it. */
export function createForwardAuth(given: Given): Answer {
  const { judge, routeSets, isToken, callLog, report } = given

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
    const routeSet = await routeSets.find(target.routeSet)
    const refused = refusing(request.ip)
    if (!routeSet?.enabled) return refused('no_route_set', 'no-route')
    const { proxies, rules } = routeSet
    // Networks of a token may be none, which is everywhere; of a route set that would be nobody.
    if (proxies.length === 0 || !isWithin(request.ip, proxies))
      return refused('proxy_not_allowed', 'proxy-not-allowed')

    const read = originalRequest(target, request.raw)
    if (!read.ok) {
      const why = read.reason === 'ambiguous_path' ? 'ambiguous-path' : 'original-missing'
      return refusing(read.source ?? request.ip)(read.reason, why)
    }
    const { original } = read
    const matched = matchRoute(rules, original)
    if (matched.outcome === 'no_route')
      return refusing(original.source ?? request.ip, original.method)('no_route', 'no-route')
    if (matched.outcome === 'open') {
      allow(reply, null)
      return null
    }

    const source = original.source ?? request.ip
    const { entity: entityName, permission } = matched
    const judged = await judge({
      presented: presentedToken({ raw: request.raw, query: parametersOf(original) }, isToken),
      source,
      client: original.source,
      method: original.method,
      wanted: { permission, entityName, mustExist: true },
    })
    if (!judged.ok) return judged
    const { token, entity, headers } = judged
    callLog.allowed(token.tokenId, source, entity && { entityId: entity.id, permission })
    reply.headers(headers)
    allow(reply, { token, entity: entity!, permission })
    return null
  }

  /** Writes down what was refused before any token was looked at. */
  function refusing(source: string, method = unknownMethod) {
    return (reason: RefusalReason, name: ProblemName): Denied => {
      const call = { source, method, reason, status: problem(name).status }
      callLog.refused({ ...call, tokenId: null, entity: null, permission: null }, false)
      return { problem: name }
    }
  }
}

/** Of a request that could not be read, or was not. */
const unknownMethod = '-'

/** Only to see a token in it, which belongs into no address. */
function parametersOf({ query }: Original) {
  const parameters = new URLSearchParams(query)
  return Object.fromEntries([...parameters.keys()].map((name) => [name, parameters.getAll(name)]))
}
