import { X509Certificate } from 'node:crypto'
import { request as plainRequest, type IncomingMessage, type RequestOptions } from 'node:http'
import { request as tlsRequest } from 'node:https'
import { isIP } from 'node:net'
import { text } from 'node:stream/consumers'
import type { OwnCall } from './services/try-call'

/**
 * The user's certificate may be vouched for by nobody whom this computer knows. It is trusted
 * because the gateway said that it shows this one, and any other is refused.
 */
export const ownCall: OwnCall = async ({ address, url, headers, certificatePem, signal }) => {
  const options: RequestOptions = {
    host: address,
    port: url.port === '' ? 443 : url.port,
    path: `${url.pathname}${url.search}`,
    headers: { ...headers, host: url.host },
    agent: false,
    signal,
  }
  const answer = await new Promise<IncomingMessage>((answered, failed) => {
    const sent =
      certificatePem === null
        ? plainRequest(options, answered)
        : tlsRequest({ ...options, ...onlyTrusting(certificatePem, url.hostname) }, answered)
    sent.once('error', failed)
    sent.end()
  })
  const { rawHeaders } = answer
  return {
    status: answer.statusCode ?? 0,
    headers: rawHeaders.flatMap((name, at): [string, string][] =>
      at % 2 === 0 ? [[name, rawHeaders[at + 1] ?? '']] : [],
    ),
    body: await text(answer),
  }
}

function onlyTrusting(pem: string, name: string) {
  const { fingerprint256 } = new X509Certificate(pem)
  return {
    ca: [pem],
    // Not issued by itself, it is still the end of the chain.
    allowPartialTrustChain: true,
    rejectUnauthorized: true,
    // An address is no server name; without one Node would take the Host header for it.
    servername: isIP(name.replace(/^\[|\]$/g, '')) ? '' : name,
    // The name may be one that only the callers know; the certificate is the one, or it is not.
    checkServerIdentity: (_name: string, shown: { fingerprint256: string }) =>
      shown.fingerprint256 === fingerprint256 ? undefined : new Error('another certificate'),
  }
}
