import fastify, { type FastifyInstance } from 'fastify'
import type { CallLog } from '../services/call-log'
import type { ClientCheck } from '../services/client-check'
import type { EntityDirectory } from '../services/entity-directory'
import type { Introspect } from '../services/introspect'
import type { Records } from '../services/records'
import type { RouteDirectory } from '../services/route-directory'
import type { TokenCheck } from '../services/token-check'
import { refuseUnacceptable } from './accept'
import { createAnswerError } from './answer-error'
import { createAuthorize } from './authorize'
import { authzPath, authzTarget } from './authz-target'
import { createClientErrorHandler } from './client-error'
import { createCursors } from './cursor'
import { docsRoutes } from './docs-routes'
import { doorProblem, proxyDoorProblem } from './door-guard'
import { createExpectationHandler } from './expectation'
import { createForwardAuth } from './forward-auth'
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
import { createRateLimit } from './rate-limit'
import { recordsRoutes } from './records-routes'
import { commonHeaders, sendProblem } from './respond'
import { strictTransport, tlsOptions, type TlsFiles } from './tls'
import { tokenRoute } from './token-route'

export type ServerGiven = {
  checkToken: TokenCheck
  /** Whether this text is one of our tokens by its form. */
  isToken: (text: string) => boolean
  checkClient: ClientCheck
  introspect: Introspect
  entities: EntityDirectory
  routeSets: RouteDirectory
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
  /** Milliseconds after which a connection that makes no progress is closed. */
  stalledTimeout?: number
}

/** The network's door: guards first, then authorization, then the body, then the handler. */
export function createServer(given: ServerGiven): FastifyInstance {
  const app = createApp(given)
  const judge = createJudge({ ...given, countCall: createRateLimit(given.now) })
  const authorize = createAuthorize({ ...given, judge })
  const forwardAuth = createForwardAuth({ ...given, judge })
  const cursors = createCursors(given.signCursor)

  app.decorateRequest('caller', null)
  app.addHook('onRequest', (request, reply, next) => {
    const proxy = authzTarget(request.originalUrl)
    // A proxy may hand our answer on under the name of its site, which is not ours to bind.
    const isStrict = given.tls && !proxy
    reply.headers({ ...commonHeaders, ...(isStrict && strictTransport(request.raw)) })
    const refused = proxy
      ? proxyDoorProblem(request.raw, proxy.dialect, given.hosts())
      : doorProblem(request.raw, given.hosts())
    if (refused) void sendProblem(request, reply, refused)
    // In no route: any method, and of the original target nothing may be decoded.
    else if (proxy) void forwardAuth(proxy, request, reply)
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
}

function createApp({
  newRequestId,
  report,
  tls,
  stalledTimeout = limits.stalledTimeout,
}: ServerGiven): FastifyInstance {
  const answerError = createAnswerError(report)
  const http = {
    maxHeaderSize: limits.headerBytes,
    headersTimeout: limits.headersTimeout,
    connectionsCheckingInterval: limits.connectionsCheckingInterval,
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
    requestTimeout: limits.requestTimeout,
    connectionTimeout: stalledTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    maxRequestsPerSocket: limits.requestsPerSocket,
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    // The router decodes what it is given, and refuses what it cannot.
    rewriteUrl: ({ url = '' }) => (authzTarget(url) ? authzPath : url),
    routerOptions: { maxParamLength: limits.targetCharacters },
    clientErrorHandler: createClientErrorHandler(newRequestId),
    frameworkErrors: (error, request, reply) => void answerError(error, request, reply),
    ...transport,
  })
  app.setErrorHandler(answerError)
  app.server.on('checkExpectation', createExpectationHandler(newRequestId))
  app.server.maxConnections = limits.connections
  // Node 20 drops headers beyond this silently; the guard counts and refuses before that.
  app.server.maxHeadersCount = 2 * limits.headerFields
  return app
}
