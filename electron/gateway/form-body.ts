import type { FastifyInstance } from 'fastify'
import { limits } from './limits'
import { OAuthError } from './oauth-error'

/** What a form names, each name once. */
export type Form = ReadonlyMap<string, string>

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

/** In this scope a body is a form, or 415. */
export function takeForm(app: FastifyInstance) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'buffer', bodyLimit: limits.formBytes },
    async (_request: unknown, body: Buffer) => parseForm(body),
  )
}

/**
 * Refuses what could be read in two ways: a name twice (RFC 6749, section 3.2), percent-encoding
 * that is none, bytes that are no UTF-8.
 */
export function parseForm(body: Buffer): Form {
  const form = new Map<string, string>()
  for (const pair of textOf(body).split('&')) {
    if (pair === '') continue
    const mark = pair.indexOf('=')
    const name = formDecoded(mark < 0 ? pair : pair.slice(0, mark))
    const value = formDecoded(mark < 0 ? '' : pair.slice(mark + 1))
    if (name === null || value === null) throw new OAuthError('invalid_request', 'form_encoding')
    if (form.has(name)) throw new OAuthError('invalid_request', 'repeated_parameter')
    form.set(name, value)
  }
  return form
}

/** Null where the percent-encoding is none. */
export function formDecoded(text: string): string | null {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '))
  } catch {
    return null
  }
}

function textOf(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new OAuthError('invalid_request', 'form_encoding')
  }
}
