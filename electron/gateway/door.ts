import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import type { CallLog } from '../services/call-log'
import { authzTarget } from './authz-target'
import { doorProblem, proxyDoorProblem } from './door-guard'
import type { ForwardAuth } from './forward-auth'
import { limits } from './limits'
import { answerNoRoute } from './no-route'
import type { OurHosts } from './our-hosts'
import { problem, type ProblemName } from './problems'
import { createRequestsCarried } from './requests-carried'
import { commonHeaders, sendProblem } from './respond'
import { sourceOf } from './source'
import { strictTransport, type TlsFiles } from './tls'

type Given = {
  hosts: () => OurHosts
  tls: TlsFiles | null
  callLog: CallLog
  /** Answers a proxy that asks about a request of somebody else. */
  answerProxy: ForwardAuth
}

/** What every request meets first: the guards, a proxy's own way, and what no route takes. */
export function openDoor(app: FastifyInstance, { hosts, tls, callLog, answerProxy }: Given) {
  const requestsCarried = createRequestsCarried()

  app.addHook('onRequest', (request, reply, next) => {
    const proxy = authzTarget(request.originalUrl)
    // A proxy may hand our answer on under the name of its site, which is not ours to bind.
    const isStrict = tls && !proxy
    reply.headers({ ...commonHeaders, ...(isStrict && strictTransport(request.raw)) })
    const carried = requestsCarried(request.raw.socket)
    if (carried >= limits.requestsPerSocket) reply.header('connection', 'close')
    // The connection closes with the answer before this one, which says so: this is not even begun.
    if (carried > limits.requestsPerSocket) return void reply.hijack()
    const refused = proxy
      ? proxyDoorProblem(request.raw, proxy.dialect, hosts())
      : doorProblem(request.raw, hosts())
    if (refused) refuseAtTheDoor(request, reply, refused)
    // In no route: any method, and of the original target nothing may be decoded.
    else if (proxy) void answerProxy(proxy, request, reply)
    // Here, because Fastify would first read a body, and fails on methods that it does not know.
    else if (request.is404) void answerNoRoute(request, reply)
    else next()
  })

  function refuseAtTheDoor(request: FastifyRequest, reply: FastifyReply, refused: ProblemName) {
    const reason = doorReasons[refused]
    if (reason) {
      const call = { source: sourceOf(request), method: request.method, reason }
      const { status } = problem(refused)
      const nobody = { tokenId: null, entity: null, permission: null }
      callLog.refused({ ...nobody, ...call, status }, false)
    }
    // Of a head that is too large nobody knows how much more there is.
    if (refused === 'headers-too-large') reply.header('connection', 'close')
    void sendProblem(request, reply, refused)
  }
}

/** What somebody tried on purpose, or set up wrongly, and will be asked about. */
const doorReasons: Partial<Record<ProblemName, RefusalReason>> = {
  'wrong-host': 'wrong_host',
  'origin-refused': 'web_page',
}
