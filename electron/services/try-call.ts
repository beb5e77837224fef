import type { Trial, TrialAsked } from '../contract/explain'
import { isEveryAddress } from '../contract/listening'
import type { GatewayControl } from './gateway-control'
import { Refusal } from './refusal'

export type TryCall = ReturnType<typeof createTryCall>

/** One GET to an address of this computer, under the name that callers use. */
export type OwnCall = (asked: {
  address: string
  url: URL
  headers: Record<string, string>
  /** The one certificate that may be shown, as PEM; null for plain HTTP. */
  certificatePem: string | null
  signal: AbortSignal
}) => Promise<{ status: number; headers: [name: string, value: string][]; body: string }>

const mostBody = 8_192
const patienceMilliseconds = 10_000

/** A real call to this Keyward's own gateway, and to no other address. */
export function createTryCall({
  gateway,
  call,
}: {
  gateway: Pick<GatewayControl, 'state' | 'certificatePem'>
  call: OwnCall
}) {
  return async ({ secret, entity }: TrialAsked): Promise<Trial> => {
    const { state, baseUrl, address } = gateway.state()
    if (state !== 'running') throw new Refusal('gateway_not_running')
    const path =
      entity === null ? '/v1/token' : `/v1/entities/${encodeURIComponent(entity)}/records?limit=3`
    const url = new URL(`${baseUrl}${path}`)
    const began = performance.now()
    const { status, headers, body } = await called(hereOf(address), url, secret)
    return {
      request: `GET ${path} HTTP/1.1\nHost: ${url.host}\nAuthorization: Bearer ${masked(secret)}`,
      status,
      headers: headers.map(([name, value]) => `${name}: ${value}`).join('\n'),
      body: body.length > mostBody ? `${body.slice(0, mostBody)}…`.toWellFormed() : body,
      milliseconds: performance.now() - began,
    }
  }

  async function called(address: string, url: URL, secret: string) {
    try {
      return await call({
        address,
        url,
        headers: { authorization: `Bearer ${secret}`, accept: 'application/json' },
        certificatePem: gateway.certificatePem(),
        signal: AbortSignal.timeout(patienceMilliseconds),
      })
    } catch {
      throw new Refusal('gateway_not_answering')
    }
  }
}

/** The name that callers use need not lead here from here, so the call goes to the address. */
const hereOf = (address: string) =>
  isEveryAddress(address) ? (address === '::' ? '::1' : '127.0.0.1') : address

/** The public part stays readable, so that people see which token was sent. */
const masked = (secret: string) => secret.replace(/(?<=^kw[usx]_[0-9A-Za-z]{12}_).*$/, '••••••')
