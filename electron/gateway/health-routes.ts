import type { FastifyInstance } from 'fastify'
import type { EntityDirectory } from '../services/entity-directory'
import { sendProblem } from './respond'

type Given = { entities: EntityDirectory; report: (error: unknown) => void }

/** Says nothing about anybody's data. */
export function healthRoutes(app: FastifyInstance, { entities, report }: Given) {
  /** The process is there and answers. */
  app.get('/healthz', () => ({ status: 'ok' }))

  /** Calls can be judged: the store answers. */
  app.get('/readyz', async (request, reply) => {
    try {
      await entities.all()
      return { status: 'ready' }
    } catch (error) {
      report(error)
      return sendProblem(request, reply, 'unavailable')
    }
  })
}
