import type { Trial, TrialAsked } from '../contract/explain'
import type { GatewayControl } from './gateway-control'
import { Refusal } from './refusal'

export type TryCall = ReturnType<typeof createTryCall>

/** Global `fetch`, or a test's. */
export type Fetch = (
  url: string,
  init: { headers: Record<string, string>; redirect: 'error'; signal: AbortSignal },
) => Promise<{ status: number; statusText: string; headers: Headers; text(): Promise<string> }>

const mostBody = 8_192
const patienceMilliseconds = 10_000

/** A real call to this Keyward's own gateway, and to no other address. */
export function createTryCall({
  gateway,
  fetch,
}: {
  gateway: Pick<GatewayControl, 'state'>
  fetch: Fetch
}) {
  return async ({ secret, entity }: TrialAsked): Promise<Trial> => {
    const { state, baseUrl, address, port } = gateway.state()
    if (state !== 'running') throw new Refusal('gateway_not_running')
    const path =
      entity === null ? '/v1/token' : `/v1/entities/${encodeURIComponent(entity)}/records?limit=3`
    const began = performance.now()
    const answer = await called(`${baseUrl}${path}`, secret)
    const body = await answer.text()
    return {
      request: `GET ${path} HTTP/1.1\nHost: ${address}:${port}\nAuthorization: Bearer ${masked(secret)}`,
      status: answer.status,
      headers: [...answer.headers].map(([name, value]) => `${name}: ${value}`).join('\n'),
      body: body.length > mostBody ? `${body.slice(0, mostBody)}…`.toWellFormed() : body,
      milliseconds: performance.now() - began,
    }
  }

  async function called(url: string, secret: string) {
    try {
      return await fetch(url, {
        headers: { authorization: `Bearer ${secret}`, accept: 'application/json' },
        redirect: 'error',
        signal: AbortSignal.timeout(patienceMilliseconds),
      })
    } catch {
      throw new Refusal('gateway_not_answering')
    }
  }
}

/** The public part stays readable, so that people see which token was sent. */
const masked = (secret: string) => secret.replace(/(?<=^kw[usx]_[0-9A-Za-z]{12}_).*$/, '••••••')
