import type { FastifyInstance, FastifyRequest } from 'fastify'
import { rawHeader } from './raw-headers'
import { Problem } from './respond'
import { parseStrictJson } from '../services/strict-json'

const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true })

declare module 'fastify' {
  interface FastifyRequest {
    /** The body as it was sent, for telling a repeated request from another one. */
    sentBody: Buffer | null
  }
}

/** In this scope a body is JSON of these media types, or 415. What it may hold is checked later. */
export function takeJson(app: FastifyInstance, ...mediaTypes: string[]) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(
    mediaTypes,
    { parseAs: 'buffer' },
    async (request: FastifyRequest, body: Buffer) => {
      if (!isUtf8(request)) throw new Problem('unsupported-media-type')
      // Many clients name a media type where they send nothing; who needs a body asks for it.
      if (body.length === 0) return undefined
      request.sentBody = body
      const parsed = parseStrictJson(decoded(body))
      if (!parsed) throw new Problem('bad-json')
      return parsed.value
    },
  )
  // RFC 6750 knows a token in a form. It is not taken here, and who sends one is to hear just that.
  app.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string' },
    async (_request: FastifyRequest, body: string) => {
      const form = new URLSearchParams(body)
      if (form.has('access_token')) return form
      throw new Problem('unsupported-media-type')
    },
  )
}

/** JSON has one encoding (RFC 8259, section 8.1): a body that claims another is not what it seems. */
function isUtf8(request: FastifyRequest): boolean {
  const sent = rawHeader(request.raw, 'content-type')
  const charsets = [...sent.join(';').matchAll(/;\s*charset\s*=\s*("?)([^\s";]*)\1/gi)]
  return sent.length === 1 && charsets.every(([, , name]) => name!.toLowerCase() === 'utf-8')
}

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new Problem('bad-json')
  }
}
