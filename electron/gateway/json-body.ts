import type { FastifyInstance } from 'fastify'
import { Problem } from './respond'

const utf8 = new TextDecoder('utf-8', { fatal: true })

/** In this scope a body is JSON of these media types, or 415. What it may hold is checked later. */
export function takeJson(app: FastifyInstance, ...mediaTypes: string[]) {
  app.removeAllContentTypeParsers()
  app.addContentTypeParser(mediaTypes, { parseAs: 'buffer' }, async (_: unknown, body: Buffer) => {
    // Many clients name a media type where they send nothing; who needs a body asks for it.
    if (body.length === 0) return undefined
    try {
      return JSON.parse(utf8.decode(body)) as unknown
    } catch {
      throw new Problem('bad-json')
    }
  })
}
