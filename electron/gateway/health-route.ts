import type { FastifyInstance } from 'fastify'

/** The process is there and answers; says nothing about anybody's data. */
export function healthRoute(app: FastifyInstance) {
  app.get('/healthz', () => ({ status: 'ok' }))
}
