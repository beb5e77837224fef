import type { FastifyInstance } from 'fastify'
import { docsAssets } from './docs-assets'

/**
 * For the reference alone. Its scripts and styles are files of this gateway, so nothing inline and
 * no eval is needed; the viewer's arrows are images inside its style sheet (data:). It may ask this
 * gateway only, stands in no frame, and sends no form anywhere.
 */
const contentSecurityPolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self'",
  "img-src 'self' data:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ')

/** GET /docs: a reference to read, for whoever has a token. Nothing in these files is of anybody. */
export function docsRoutes(app: FastifyInstance) {
  for (const [address, { mediaType, read }] of Object.entries(docsAssets)) {
    app.get(address, { config: { answers: [mediaType] } }, async (_request, reply) => {
      reply.headers({
        'content-security-policy': contentSecurityPolicy,
        'cross-origin-resource-policy': 'same-origin',
        'cross-origin-opener-policy': 'same-origin',
        'referrer-policy': 'no-referrer',
      })
      return reply.type(mediaType).send(await read())
    })
  }
}
