import type { IncomingMessage } from 'node:http'
import type { Dialect } from './authz-target'
import { isForDocsPage } from './docs-assets'
import { limits } from './limits'
import { isOurHost, type OurHosts } from './our-hosts'
import type { ProblemName } from './problems'
import { rawHeader } from './raw-headers'
import { targetProblem } from './target-guard'

/**
 * What is refused whoever calls, in this order: another protocol, too many headers, another host's
 * name (a web page whose name was pointed at this machine: DNS rebinding), any web page but our own
 * reference, a target that can be read in two ways, an encoded body, a body where none has a meaning.
 */
export function doorProblem(message: IncomingMessage, ours: OurHosts): ProblemName | null {
  const unreadable = headProblem(message)
  if (unreadable) return unreadable
  const hosts = rawHeader(message, 'host')
  if (!isOurHost(hosts[0]!, ours)) return 'wrong-host'

  if (rawHeader(message, 'origin').length > 0) return 'origin-refused'
  const sites = rawHeader(message, 'sec-fetch-site').filter((site) => site !== 'none')
  const isOurPage = sites.every((site) => site === 'same-origin') && isForDocsPage(message)
  if (sites.length > 0 && !isOurPage) return 'origin-refused'

  const target = targetProblem(message.url ?? '')
  if (target) return target

  const encodings = rawHeader(message, 'content-encoding')
  if (encodings.some((one) => one.toLowerCase() !== 'identity')) return 'unsupported-media-type'
  return isReading(message) && hasBody(message) ? 'bad-request' : null
}

/**
 * The same for a proxy that asks about somebody's request. Whatever else came with that is not for
 * us: no body is read, nothing but the token is believed, and no page can make a proxy ask twice.
 * Where the original target is in ours, Host is the original's too.
 */
export function proxyDoorProblem(
  message: IncomingMessage,
  dialect: Dialect,
  ours: OurHosts,
): ProblemName | null {
  const unreadable = headProblem(message)
  if (unreadable) return unreadable
  const hosts = rawHeader(message, 'host')
  return dialect === 'ext-authz' || isOurHost(hosts[0]!, ours) ? null : 'wrong-host'
}

function headProblem(message: IncomingMessage): ProblemName | null {
  // Node takes a request line with any of the versions it has heard of.
  if (!/^1\.[01]$/.test(message.httpVersion)) return 'bad-request'
  if (message.rawHeaders.length / 2 > limits.headerFields) return 'headers-too-large'
  return rawHeader(message, 'host').length === 1 ? null : 'bad-request'
}

const isReading = ({ method }: IncomingMessage) => method === 'GET' || method === 'HEAD'

/** Many clients say that they send nothing. */
const hasBody = (message: IncomingMessage) =>
  rawHeader(message, 'transfer-encoding').length > 0 ||
  rawHeader(message, 'content-length').some((length) => Number(length) !== 0)
