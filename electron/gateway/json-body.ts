import type { FastifyInstance, FastifyRequest } from 'fastify'
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
      // Many clients name a media type where they send nothing; who needs a body asks for it.
      if (body.length === 0) return undefined
      request.sentBody = body
      const parsed = parseStrictJson(decoded(body))
      if (!parsed) throw new Problem('bad-json')
      return parsed.value
    },
  )
}

function decoded(body: Buffer): string {
  try {
    return utf8.decode(body)
  } catch {
    throw new Problem('bad-json')
  }
}
