import type { FastifyInstance } from 'fastify'
import { issuerOf } from './issuer'

/**
 * GET /.well-known/oauth-authorization-server (RFC 8414): where tokens are asked about, for programs
 * that find out by themselves. Tokens are issued in the app, so there is no endpoint for that; the
 * two empty lists say so, where leaving them out would mean the usual flows.
 */
export function metadataRoute(app: FastifyInstance) {
  app.get('/.well-known/oauth-authorization-server', (request) => {
    const issuer = issuerOf(request)
    return {
      issuer,
      introspection_endpoint: `${issuer}/oauth2/introspect`,
      introspection_endpoint_auth_methods_supported: ['client_secret_basic', 'client_secret_post'],
      response_types_supported: [],
      grant_types_supported: [],
    }
  })
}
