import type { FastifyReply, FastifyRequest } from 'fastify'
import { problem, problemDocument, type ProblemName } from './problems'

/** A problem that a route or a parser throws, and the server's error handler answers with. */
export class Problem extends Error {
  constructor(
    readonly problemName: ProblemName,
    readonly members: object = {},
  ) {
    super(problemName)
    this.name = 'Problem'
  }
}

/** On every answer: nothing here is for a cache or for a browser to guess about. */
export const commonHeaders = {
  'cache-control': 'no-store',
  'x-content-type-options': 'nosniff',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
}

export function sendProblem(
  request: FastifyRequest,
  reply: FastifyReply,
  name: ProblemName,
  {
    members = {},
    headers = {},
    status = problem(name).status,
  }: { members?: object; headers?: Record<string, string>; status?: number } = {},
) {
  const { challenge } = problem(name)
  if (challenge) reply.header('www-authenticate', challenge)
  if (name === 'unavailable') reply.header('retry-after', '1')
  return reply
    .code(status)
    .headers({ ...commonHeaders, ...headers })
    .type('application/problem+json')
    .send(JSON.stringify(problemDocument(name, request.id, { ...members, status })))
}
