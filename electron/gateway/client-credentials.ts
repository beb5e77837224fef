import type { IncomingMessage } from 'node:http'
import type { PresentedClient } from '../services/client-check'
import { formDecoded, type Form } from './form-body'
import { limits } from './limits'
import { OAuthError } from './oauth-error'
import { rawHeader } from './raw-headers'

/**
 * The one pair of client id and secret of a request (RFC 6749, section 2.3.1), in every spelling
 * that it may have been meant in; none where there is no such pair. More than one way at once is
 * refused.
 */
export function presentedClient(
  message: Pick<IncomingMessage, 'rawHeaders'>,
  form: Form,
): PresentedClient[] {
  const headers = rawHeader(message, 'authorization')
  const inBody = form.get('client_secret')
  const ways = [...headers, inBody, form.get('client_assertion')]
  if (ways.filter((way) => way !== undefined).length > 1)
    throw new OAuthError('invalid_request', 'several_methods')

  const [header] = headers
  const id = form.get('client_id')
  if (header === undefined)
    return id === undefined || inBody === undefined ? [] : [{ id, secret: inBody }]
  const spellings = inBasic(header)
  // Some clients name themselves in the body as well; that must not be somebody else.
  if (id !== undefined && !spellings.some((one) => one.id === id))
    throw new OAuthError('invalid_request', 'several_methods')
  return spellings
}

const basic = /^basic +([A-Za-z0-9+/]+={0,2})$/i

/**
 * Programs send the pair form-encoded, as the RFC says, or percent-encoded, or just as it is. The
 * first colon ends the id; then it is tried decoded, and raw.
 */
function inBasic(header: string): PresentedClient[] {
  const [, encoded] = basic.exec(header) ?? []
  if (encoded === undefined || encoded.length > limits.tokenCharacters) return []
  const pair = Buffer.from(encoded, 'base64').toString('utf8')
  const colon = pair.indexOf(':')
  if (colon < 0) return []
  const raw = { id: pair.slice(0, colon), secret: pair.slice(colon + 1) }
  const [id, secret] = [formDecoded(raw.id), formDecoded(raw.secret)]
  if (id === null || secret === null) return [raw]
  return id === raw.id && secret === raw.secret ? [raw] : [{ id, secret }, raw]
}
