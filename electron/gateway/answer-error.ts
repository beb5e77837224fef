import type { FastifyReply, FastifyRequest } from 'fastify'
import type { ProblemName } from './problems'
import { Problem, sendProblem } from './respond'

/** The one place where what was thrown becomes an answer. What we did not expect is reported. */
export const createAnswerError =
  (report: (error: unknown) => void) =>
  (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
    if (error instanceof Problem) {
      return sendProblem(request, reply, error.problemName, { members: error.members })
    }
    const known = frameworkProblems[(error as { code?: string }).code ?? '']
    if (!known) report(error)
    return sendProblem(request, reply, known ?? 'internal')
  }

const frameworkProblems: Record<string, ProblemName> = {
  FST_ERR_CTP_BODY_TOO_LARGE: 'body-too-large',
  FST_ERR_CTP_INVALID_MEDIA_TYPE: 'unsupported-media-type',
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: 'bad-request',
  FST_ERR_CTP_INVALID_TYPE: 'unsupported-media-type',
  FST_ERR_BAD_URL: 'bad-target',
  FST_ERR_MAX_PARAM_LENGTH: 'bad-target',
  ECONNRESET: 'bad-request',
}
