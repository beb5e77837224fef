import type { FastifyInstance, FastifyRequest } from 'fastify'
import type { CallLog } from '../services/call-log'
import type { CheckedClient, ClientCheck } from '../services/client-check'
import type { Introspect, Introspected } from '../services/introspect'
import { presentedEnd } from '../services/presented-secret'
import { presentedClient } from './client-credentials'
import { takeForm, type Form } from './form-body'
import { issuerOf } from './issuer'
import { createOAuthErrorAnswer, OAuthError } from './oauth-error'
import { sourceOf } from './source'

type Given = {
  checkClient: ClientCheck
  introspect: Introspect
  callLog: CallLog
  report: (error: unknown) => void
}

const address = '/oauth2/introspect'

/** POST /oauth2/introspect (RFC 7662): what a token is, for a system that knows itself to us. */
export const introspectionRoute =
  ({ checkClient, introspect, callLog, report }: Given) =>
  (app: FastifyInstance, _options: object, done: () => void) => {
    takeForm(app)
    app.setErrorHandler(createOAuthErrorAnswer(report))

    // Before a body is read; elsewhere the door answers this, as a problem.
    app.route({
      method: ['GET', 'PUT', 'PATCH', 'DELETE'],
      url: address,
      onRequest(_request, reply, next) {
        reply.header('allow', 'POST')
        next(new OAuthError('invalid_request', 'method', 405))
      },
      handler: () => undefined,
    })

    app.post(address, async (request) => {
      if (Object.keys(request.query as object).length > 0)
        throw new OAuthError('invalid_request', 'query')
      if (request.body === undefined) throw new OAuthError('invalid_request', 'media_type', 415)
      const form = request.body as Form
      const spellings = presentedClient(request.raw, form)
      const checked = await checkable(() => checkClient(spellings))
      if (!checked.known) throw refusedClient(checked, request)
      const { clientId, access } = checked.client
      const source = sourceOf(request)
      callLog.asked(clientId, source)

      const presented = form.get('token')
      if (!presented) throw new OAuthError('invalid_request', 'token_missing')
      const found = await checkable(() => introspect(presented, { access, source }))
      if (found.active) {
        callLog.allowed(found.token, source, null)
        return described(found, issuerOf(request))
      }
      const { tokenId, reason } = found
      callLog.refused({ ...callOf(request), tokenId, reason, status: 200 }, tokenId !== null)
      return { active: false }
    })
    done()

    /** A registry that cannot be read lets nobody know anything. */
    async function checkable<T>(check: () => Promise<T>): Promise<T> {
      try {
        return await check()
      } catch (error) {
        report(error)
        throw new OAuthError('temporarily_unavailable')
      }
    }

    function refusedClient(
      { reason, isOurs }: Extract<CheckedClient, { known: false }>,
      request: FastifyRequest,
    ) {
      callLog.refused({ ...callOf(request), tokenId: null, reason, status: 401 }, isOurs)
      return new OAuthError('invalid_client')
    }
  }

const callOf = (request: FastifyRequest) => ({
  source: sourceOf(request),
  method: request.method,
  entity: null,
  permission: null,
})

function described(
  { token, permissions }: Extract<Introspected, { active: true }>,
  issuer: string,
) {
  const expiresAt = presentedEnd(token)
  return {
    active: true,
    scope: permissions
      .flatMap(([entity, permitted]) => permitted.map((one) => `${entity}:${one}`))
      .join(' '),
    client_id: token.username,
    username: token.username,
    token_type: 'Bearer',
    ...(expiresAt !== null && { exp: Math.floor(expiresAt / 1_000) }),
    iat: Math.floor(token.createdAt / 1_000),
    ...(token.startsAt !== null && { nbf: Math.ceil(token.startsAt / 1_000) }),
    sub: String(token.userId),
    iss: issuer,
    jti: token.tokenId,
    permissions: Object.fromEntries(permissions),
  }
}
