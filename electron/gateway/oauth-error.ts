import type { FastifyReply, FastifyRequest } from 'fastify'
import { Problem } from './respond'

const statuses = {
  invalid_request: 400,
  invalid_client: 401,
  server_error: 500,
  temporarily_unavailable: 503,
} as const

const descriptions = {
  form_encoding: 'The body is not a form in application/x-www-form-urlencoded',
  repeated_parameter: 'A parameter is sent more than once',
  token_missing: 'The parameter token is missing or empty',
  several_methods:
    'Authenticate in one way: HTTP Basic, or client_id and client_secret in the body',
  method: 'Only POST is taken here',
  query: 'Parameters are taken from the body only',
  media_type: 'Send application/x-www-form-urlencoded, without content encoding',
  too_large: 'The body is too large',
  not_acceptable: 'The answer is JSON, which Accept excludes',
} as const

type Code = keyof typeof statuses
type About = keyof typeof descriptions

/** What goes wrong at an OAuth endpoint, as RFC 6749 (section 5.2) writes it down. */
export class OAuthError extends Error {
  constructor(
    readonly code: Code,
    readonly about: About | null = null,
    readonly status: number = statuses[code],
  ) {
    super(code)
    this.name = 'OAuthError'
  }
}

const frameworkErrors: Record<string, OAuthError> = {
  FST_ERR_CTP_INVALID_MEDIA_TYPE: new OAuthError('invalid_request', 'media_type', 415),
  FST_ERR_CTP_INVALID_TYPE: new OAuthError('invalid_request', 'media_type', 415),
  FST_ERR_CTP_BODY_TOO_LARGE: new OAuthError('invalid_request', 'too_large', 413),
  FST_ERR_CTP_INVALID_CONTENT_LENGTH: new OAuthError('invalid_request'),
  ECONNRESET: new OAuthError('invalid_request'),
}

const notAcceptable = new OAuthError('invalid_request', 'not_acceptable', 406)

function knownError(error: unknown): OAuthError | undefined {
  if (error instanceof OAuthError) return error
  // Thrown by a hook that is the same for all addresses.
  if (error instanceof Problem && error.problemName === 'not-acceptable') return notAcceptable
  return frameworkErrors[(error as { code?: string }).code ?? '']
}

/** Answers what was thrown in its scope; what nobody expected is reported. */
export const createOAuthErrorAnswer =
  (report: (error: unknown) => void) =>
  (error: unknown, _request: FastifyRequest, reply: FastifyReply) => {
    const known = knownError(error)
    if (!known) report(error)
    const { code, about, status } = known ?? new OAuthError('server_error')
    if (code === 'invalid_client') reply.header('www-authenticate', 'Basic realm="keyward"')
    if (code === 'temporarily_unavailable') reply.header('retry-after', '1')
    return reply
      .code(status)
      .send({ error: code, ...(about && { error_description: descriptions[about] }) })
  }
