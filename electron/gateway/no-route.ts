import type { FastifyReply, FastifyRequest } from 'fastify'
import { methodsAt } from './resources'
import { sendProblem } from './respond'

/** What no route takes: OPTIONS, other methods on an address that exists, and other addresses. */
export function answerNoRoute(request: FastifyRequest, reply: FastifyReply) {
  const allow = methodsAt(request.url.split('?', 1)[0]!)
  if (allow === null) return sendProblem(request, reply, 'no-such-resource')
  if (request.method === 'OPTIONS') return reply.code(204).header('allow', allow).send()
  return sendProblem(request, reply, 'method-not-allowed', { headers: { allow } })
}
