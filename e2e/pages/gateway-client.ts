import { once } from 'node:events'
import type { IncomingMessage } from 'node:http'
import { request } from 'node:https'
import { json } from 'node:stream/consumers'

/** A system on the other side: plain HTTP, as an ERP would call. */
export type Answer = { status: number; body: unknown; headers: Headers }

export async function callGateway(
  baseUrl: string,
  token: string,
  method: string,
  path: string,
  body?: unknown,
): Promise<Answer> {
  const response = await fetch(`${baseUrl}${path}`, {
    method,
    headers: {
      authorization: `Bearer ${token}`,
      ...(body === undefined ? {} : { 'content-type': 'application/json' }),
    },
    ...(body === undefined ? {} : { body: JSON.stringify(body) }),
  })
  const text = await response.text()
  return {
    status: response.status,
    body: text === '' ? null : JSON.parse(text),
    headers: response.headers,
  }
}

/** The same over TLS, by a system that trusts this certificate alone and checks the name. */
export async function callOverTls(
  baseUrl: string,
  token: string,
  path: string,
  ca: string,
): Promise<{ status: number | undefined; body: unknown; headers: IncomingMessage['headers'] }> {
  const headers = { authorization: `Bearer ${token}` }
  const sent = request(`${baseUrl}${path}`, { ca, headers, agent: false }).end()
  const [answer] = (await once(sent, 'response')) as [IncomingMessage]
  return {
    status: answer.statusCode,
    body: await json(answer),
    headers: answer.headers,
  }
}
