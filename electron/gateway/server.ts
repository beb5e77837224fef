import type { FastifyInstance } from 'fastify'
import type { CallLog } from '../services/call-log'
import type { ClientCheck } from '../services/client-check'
import type { EntityDirectory } from '../services/entity-directory'
import type { Introspect } from '../services/introspect'
import type { Records } from '../services/records'
import type { RouteDirectory } from '../services/route-directory'
import type { TokenCheck } from '../services/token-check'
import { refuseUnacceptable } from './accept'
import { createAuthorize } from './authorize'
import { createCursors } from './cursor'
import { docsRoutes } from './docs-routes'
import { openDoor } from './door'
import { createForwardAuth } from './forward-auth'
import { createHttpServer, type HttpServerGiven } from './http-server'
import { healthRoutes } from './health-routes'
import { introspectionRoute } from './introspection-route'
import { createJudge } from './judge'
import type { OurHosts } from './our-hosts'
import { metadataRoute } from './metadata-route'
import type { Metrics } from './metrics'
import { measureAnswers, metricsRoute } from './metrics-route'
import { openapiRoute } from './openapi-route'
import { createRateLimit } from './rate-limit'
import { recordsRoutes } from './records-routes'
import { tokenRoute } from './token-route'

export type ServerGiven = HttpServerGiven & {
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
  /** What callers must name in Host. */
  hosts: () => OurHosts
}

/** The network's door: guards first, then authorization, then the body, then the handler. */
export function createServer(given: ServerGiven): FastifyInstance {
  const app = createHttpServer(given)
  const judge = createJudge({ ...given, countCall: createRateLimit(given.now) })
  const authorize = createAuthorize({ ...given, judge })
  const cursors = createCursors(given.signCursor)

  app.decorateRequest('caller', null)
  openDoor(app, { ...given, answerProxy: createForwardAuth({ ...given, judge }) })
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
