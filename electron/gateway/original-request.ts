import type { IncomingMessage } from 'node:http'
import { isIP } from 'node:net'
import { hostOf } from '../services/original-host'
import { segmentsOf } from '../services/original-path'
import type { AuthzTarget, Dialect } from './authz-target'
import { rawHeader } from './raw-headers'
import { sourceOf } from './source'

/** The request that a proxy asks about. */
export type Original = {
  method: string
  /** Null where the proxy did not name it. */
  host: string | null
  segments: string[]
  query: string
  /** The address of who sent it; null where the proxy did not tell, or not as an address. */
  source: string | null
}

export type ReadOriginal =
  | { ok: true; original: Original }
  | { ok: false; reason: 'original_missing' | 'ambiguous_path'; source: string | null }

type Message = Pick<IncomingMessage, 'method' | 'rawHeaders'>

/** Where each dialect tells of the original request. Headers of the others are not looked at. */
const told = {
  'auth-request': {
    method: 'x-original-method',
    uri: 'x-original-uri',
    host: 'x-original-host',
    source: 'x-original-source',
  },
  'forward-auth': {
    method: 'x-forwarded-method',
    uri: 'x-forwarded-uri',
    host: 'x-forwarded-host',
    source: 'x-forwarded-for',
  },
} as const satisfies Partial<Record<Dialect, object>>

/** What the proxy asks about, or why that cannot be said in one way only. */
export function originalRequest({ dialect, rest }: AuthzTarget, message: Message): ReadOriginal {
  if (dialect === 'ext-authz') {
    const source = rightmost(rawHeader(message, 'x-forwarded-for'))
    return read([message.method ?? ''], [rest], rawHeader(message, 'host'), source)
  }
  const names = told[dialect]
  const sources = rawHeader(message, names.source)
  return read(
    rawHeader(message, names.method),
    rawHeader(message, names.uri),
    rawHeader(message, names.host),
    dialect === 'forward-auth' ? rightmost(sources) : only(sources),
  )
}

function read(
  methods: string[],
  uris: string[],
  hosts: string[],
  source: string | null,
): ReadOriginal {
  if (methods.length === 0 || uris.length === 0)
    return { ok: false, reason: 'original_missing', source }
  const ambiguous: ReadOriginal = { ok: false, reason: 'ambiguous_path', source }
  // Of two headers, or of two that a proxy joined, a client may have written one.
  if (methods.length > 1 || uris.length > 1 || hosts.length > 1) return ambiguous
  const method = methods[0]!
  const uri = uris[0]!
  const segments = segmentsOf(uri)
  const host = hosts[0] === undefined ? null : hostOf(hosts[0])
  if (segments === null || !methodGrammar.test(method)) return ambiguous
  if (hosts[0] !== undefined && host === null) return ambiguous
  const mark = uri.indexOf('?')
  const query = mark < 0 ? '' : uri.slice(mark + 1)
  return { ok: true, original: { method, host, segments, query, source } }
}

/** Methods are compared as they are written; a comma would be two of them. */
const methodGrammar = /^[A-Z][A-Z-]{0,19}$/

const only = (values: string[]) => (values.length === 1 ? addressIn(values[0]!) : null)

/** The part that the proxy itself added; what stands before it anybody may have sent. */
const rightmost = (values: string[]) => addressIn(values.at(-1)?.split(',').at(-1) ?? '')

function addressIn(text: string): string | null {
  const address = text.trim()
  return isIP(address) > 0 && !address.includes('%') ? sourceOf({ ip: address }) : null
}
