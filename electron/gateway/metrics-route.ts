import type { FastifyInstance } from 'fastify'
import type { createAuthorize } from './authorize'
import type { Metrics } from './metrics'

type Given = { authorize: ReturnType<typeof createAuthorize>; metrics: Metrics }

/** GET /metrics: for Prometheus, which presents its token as any other caller does. */
export const metricsRoute =
  ({ authorize, metrics }: Given) =>
  (app: FastifyInstance, _options: object, done: () => void) => {
    const config = { answers: [metrics.mediaType] }
    app.get('/metrics', { ...authorize.known, config }, async (_request, reply) =>
      reply.type(metrics.mediaType).send(await metrics.text()),
    )
    done()
  }

/** Tells how long every answer took, under the pattern of its route. */
export function measureAnswers(app: FastifyInstance, metrics: Metrics) {
  app.addHook('onResponse', async (request, reply) => {
    const { url } = request.routeOptions
    const route = request.is404 || url === undefined ? 'none' : asTemplate(url)
    metrics.answered(route, reply.statusCode, reply.elapsedTime)
  })
}

/** `/records/:id` as the reference writes it, `/records/{id}`; `::` is one colon. */
const asTemplate = (url: string) =>
  url.replaceAll(/:(:?)(\w+)/g, (_all, escaped: string, name: string) =>
    escaped ? `:${name}` : `{${name}}`,
  )
