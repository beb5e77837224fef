import fastify, { type FastifyInstance } from 'fastify'
import { createAnswerError } from './answer-error'
import { authzPath, authzTarget } from './authz-target'
import { createClientErrorHandler, refuseTunnels } from './client-error'
import { createExpectationHandler } from './expectation'
import { limits } from './limits'
import { createProblemBytes } from './problem-bytes'
import { tlsOptions, type TlsFiles } from './tls'
import { createUnanswered } from './unanswered'

export type HttpServerGiven = {
  now: () => number
  newRequestId: () => string
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

/** A server without routes that holds its callers to the limits and answers what is no request. */
export function createHttpServer({
  newRequestId,
  now,
  report,
  tls,
  times: given,
}: HttpServerGiven): FastifyInstance {
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
    // The router decodes what it is given, and refuses what it cannot.
    rewriteUrl: ({ url = '' }) => (authzTarget(url) ? authzPath : url),
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
