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
        'no_token' | 'several_tokens' | 'token_in_query' | 'token_in_body' | 'malformed_token'
      >
    }

/**
 * The one token in the one Authorization header (RFC 6750, section 2.1); no other way is taken. The
 * body is looked at where it was read, which is for nobody whose header does not let him in.
 */
export function presentedToken(
  request: Pick<FastifyRequest, 'raw' | 'query'> & { body?: unknown },
  isToken: (text: string) => boolean,
): Presented {
  const headers = rawHeader(request.raw, 'authorization')
  if (headers.length > 1) return refused('several_tokens')
  if (hasToken(request.query as Query, isToken)) return refused('token_in_query')
  if (holdsToken(request.body, isToken)) return refused('token_in_body')

  const header = headers[0]
  if (header === undefined) return refused('no_token')
  if (!isText.test(header)) return refused('malformed_token')
  if (!/^bearer(?![!#$%&'*+.^_`|~\w-])/i.test(header)) return refused('no_token')
  const text = /^.{6} +(.*)$/.exec(header)?.[1] ?? ''
  return text.length <= limits.tokenCharacters && tokenGrammar.test(text)
    ? { text }
    : refused('malformed_token')
}

type Query = Record<string, string | string[]>

/** By the name that RFC 6750 has for it, or one of ours under any name: `token`, `api_key`, none. */
const hasToken = (query: Query, isToken: (text: string) => boolean) =>
  Object.hasOwn(query, 'access_token') || Object.entries(query).flat(2).some(isToken)

/** Anywhere in what was sent, because a record is no place for a secret. Of forms, see json-body. */
function holdsToken(sent: unknown, isToken: (text: string) => boolean): boolean {
  if (sent instanceof URLSearchParams) return true
  if (typeof sent === 'string') return isToken(sent)
  if (typeof sent !== 'object' || sent === null) return false
  return Object.entries(sent).some(([name, value]) => isToken(name) || holdsToken(value, isToken))
}

/** A header of bytes beyond ASCII is read in as many ways as there are programs. */
const isText = /^[\t -~]*$/
const tokenGrammar = /^[A-Za-z0-9._~+/-]+=*$/

const refused = (reason: Extract<Presented, { text: null }>['reason']): Presented => ({
  text: null,
  reason,
})
