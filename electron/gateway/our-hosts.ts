import { covers } from '../contract/listening'

/** Under which names callers may ask this gateway. */
export type OurHosts = {
  port: number
  tls: boolean
  /** Addresses and names beside those of this computer alone; none of them counts without TLS. */
  names: string[]
}

const loopbackNames = ['127.0.0.1', 'localhost', '[::1]']

/**
 * Whether a `Host` header names this gateway, with its port; 443 may be left out, as `https` URLs
 * do. A `*.` of a certificate stands for one label, as callers read it.
 */
export function isOurHost(host: string, { port, tls, names }: OurHosts): boolean {
  const asked = host.toLowerCase()
  const known = tls ? [...loopbackNames, ...names.map(inHost)] : loopbackNames
  const suffixes = tls && port === 443 ? [`:${port}`, ''] : [`:${port}`]
  return suffixes.some(
    (suffix) =>
      asked.endsWith(suffix) &&
      known.some((name) => covers(name, asked.slice(0, asked.length - suffix.length))),
  )
}

const inHost = (name: string) => (name.includes(':') ? `[${name}]` : name.toLowerCase())
