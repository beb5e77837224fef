import fastify, { type FastifyInstance, type FastifyReply, type FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import type { CallLog } from '../services/call-log'
import type { ClientCheck } from '../services/client-check'
import type { EntityDirectory } from '../services/entity-directory'
import type { Introspect } from '../services/introspect'
import type { Records } from '../services/records'
import type { TokenCheck } from '../services/token-check'
import { refuseUnacceptable } from './accept'
import { createAnswerError } from './answer-error'
import { createAuthorize } from './authorize'
import { createClientErrorHandler, refuseTunnels } from './client-error'
import { createCursors } from './cursor'
import { docsRoutes } from './docs-routes'
import { doorProblem } from './door-guard'
import { createExpectationHandler } from './expectation'
import { healthRoutes } from './health-routes'
import { introspectionRoute } from './introspection-route'
import { createJudge } from './judge'
import { limits } from './limits'
import type { OurHosts } from './our-hosts'
import { metadataRoute } from './metadata-route'
import type { Metrics } from './metrics'
import { measureAnswers, metricsRoute } from './metrics-route'
import { answerNoRoute } from './no-route'
import { openapiRoute } from './openapi-route'
import { createProblemBytes } from './problem-bytes'
import { problem, type ProblemName } from './problems'
import { createRateLimit } from './rate-limit'
import { recordsRoutes } from './records-routes'
import { createRequestsCarried } from './requests-carried'
import { commonHeaders, sendProblem } from './respond'
import { strictTransport, tlsOptions, type TlsFiles } from './tls'
import { tokenRoute } from './token-route'
import { createUnanswered } from './unanswered'

export type ServerGiven = {
  checkToken: TokenCheck
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  checkClient: ClientCheck
  introspect: Introspect
  entities: EntityDirectory
  records: Records
  callLog: CallLog
  metrics: Metrics
  signCursor: (text: string) => Buffer
  now: () => number
  newRequestId: () => string
  /** What callers must name in Host. */
  hosts: () => OurHosts
  /** Null is plain HTTP. */
  tls: TlsFiles | null
  /** Faults of ours, whole; callers get an instance number. */
  report: (error: unknown) => void
  /** Milliseconds after which slow connections are closed, where they are not those of `limits`. */
  times?: Partial<Times>
}

type Times = Pick<
  typeof limits,
  | 'headersTimeout'
  | 'requestTimeout'
  | 'keepAliveTimeout'
  | 'stalledTimeout'
  | 'connectionsCheckingInterval'
>

/** The network's door: guards first, then authorization, then the body, then the handler. */
export function createServer(given: ServerGiven): FastifyInstance {
  const app = createApp(given)
  const judge = createJudge({ ...given, countCall: createRateLimit(given.now) })
  const authorize = createAuthorize({ ...given, judge })
  const requestsCarried = createRequestsCarried()
  const cursors = createCursors(given.signCursor)

  app.decorateRequest('caller', null)
  app.addHook('onRequest', (request, reply, next) => {
    reply.headers({ ...commonHeaders, ...(given.tls && strictTransport(request.raw)) })
    const carried = requestsCarried(request.raw.socket)
    if (carried >= limits.requestsPerSocket) reply.header('connection', 'close')
    // The connection closes with the answer before this one, which says so: this is not even begun.
    if (carried > limits.requestsPerSocket) return void reply.hijack()
    const refused = doorProblem(request.raw, given.hosts())
    if (refused) refuseAtTheDoor(request, reply, refused)
    // Here, because Fastify would first read a body, and fails on methods that it does not know.
    else if (request.is404) void answerNoRoute(request, reply)
    else next()
  })
  app.addHook('preParsing', refuseUnacceptable)
  app.addHook('onSend', authorize.countAllowed)
  measureAnswers(app, given.metrics)

  healthRoutes(app, given)
  metadataRoute(app)
  app.register(introspectionRoute(given))
  docsRoutes(app)
  app.register(tokenRoute({ authorize, entities: given.entities }))
  app.register(openapiRoute({ authorize, entities: given.entities }))
  app.register(metricsRoute({ authorize, metrics: given.metrics }))
  app.register(recordsRoutes({ authorize, records: given.records, cursors, now: given.now }))
  return app

  function refuseAtTheDoor(request: FastifyRequest, reply: FastifyReply, refused: ProblemName) {
    const reason = doorReasons[refused]
    if (reason) {
      const { ip: source, method } = request
      const { status } = problem(refused)
      const nobody = { tokenId: null, entity: null, permission: null }
      given.callLog.refused({ ...nobody, source, method, reason, status }, false)
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

function createApp({ newRequestId, now, report, tls, times: given }: ServerGiven): FastifyInstance {
  const times: Times = { ...limits, ...given }
  const unanswered = createUnanswered()
  const problemBytes = createProblemBytes({ newRequestId, now })
  const answerError = createAnswerError(report)
  const http = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: times.headersTimeout,
    connectionsCheckingInterval: times.connectionsCheckingInterval,
    // Our guard answers a missing Host, as a problem.
    requireHostHeader: false,
    insecureHTTPParser: false,
    joinDuplicateHeaders: false,
  }
  // Fastify's types tell apart what a route cannot: it answers the same requests over both.
  const transport = (tls ? { https: { ...http, ...tlsOptions(tls) } } : { http }) as {
    http: typeof http
  }
  const app = fastify({
    genReqId: newRequestId,
    bodyLimit: limits.bodyBytes,
    requestTimeout: times.requestTimeout,
    connectionTimeout: times.stalledTimeout,
    keepAliveTimeout: times.keepAliveTimeout,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    routerOptions: { maxParamLength: limits.targetCharacters },
    clientErrorHandler: createClientErrorHandler({ problemBytes, unanswered }),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    ...transport,
  })
  app.setErrorHandler(answerError)
  unanswered.watch(app.server)
  refuseTunnels(app.server, { problemBytes, unanswered })
  app.server.on('checkExpectation', createExpectationHandler(newRequestId))
  app.server.maxConnections = limits.connections
  // Node 20 drops headers beyond this silently; the guard counts and refuses before that.
  app.server.maxHeadersCount = 2 * limits.headerFields
  return app
}
