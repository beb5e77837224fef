import type { FastifyRequest } from 'fastify'
import type { RefusalReason } from '../contract/gateway'
import { limits } from './limits'
import { rawHeader } from './raw-headers'

export type Presented =
  | { text: string }
  | {
      text: null
      reason: Extract<
        RefusalReason,
        'no_token' | 'several_tokens' | 'token_in_query' | 'malformed_token'
      >
    }

/** The one token in the one Authorization header (RFC 6750, section 2.1); no other way is taken. */
export function presentedToken(
  request: Pick<FastifyRequest, 'raw' | 'query'>,
  isToken: (text: string) => boolean,
): Presented {
  const headers = rawHeader(request.raw, 'authorization')
  if (headers.length > 1) return refused('several_tokens')
  if (hasToken(request.query as Query, isToken)) return refused('token_in_query')

  const header = headers[0]
  if (header === undefined) return refused('no_token')
  const bearer = /^bearer(?: +(.*))?$/i.exec(header)
  if (!bearer) return refused('no_token')
  const text = bearer[1] ?? ''
  return text.length <= limits.tokenCharacters && tokenGrammar.test(text)
    ? { text }
    : refused('malformed_token')
}

type Query = Record<string, string | string[]>

/** By the name that RFC 6750 has for it, or one of ours under any name: `token`, `api_key`, none. */
const hasToken = (query: Query, isToken: (text: string) => boolean) =>
  Object.hasOwn(query, 'access_token') || Object.entries(query).flat(2).some(isToken)

const tokenGrammar = /^[A-Za-z0-9._~+/-]+=*$/

const refused = (reason: Extract<Presented, { text: null }>['reason']): Presented => ({
  text: null,
  reason,
})
