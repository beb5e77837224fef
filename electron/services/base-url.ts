import { covers, isEveryAddress, isLoopback } from '../contract/listening'
import type { ListeningPlace } from './listening-place'

/**
 * The address as callers write it. With TLS it must be a name of the certificate, or callers
 * refuse it: a host name that it covers comes first, then the address itself, then a name of it.
 */
export function baseUrl(
  { address, port, tls, hostNames }: ListeningPlace,
  certificateNames: string[] = [],
): string {
  if (!tls) return `http://${inUrl(address)}:${port}`
  const names = certificateNames.filter((name) => !name.startsWith('*.'))
  const local = isLoopback(address) && names.includes('localhost') ? 'localhost' : undefined
  const name =
    hostNames.find((host) => certificateNames.some((one) => covers(one, host))) ??
    (names.includes(address) ? address : undefined) ??
    local ??
    names.find((one) => !['localhost', '127.0.0.1', '::1'].includes(one)) ??
    names[0] ??
    hostNames[0] ??
    (isEveryAddress(address) ? 'localhost' : address)
  return `https://${inUrl(name)}${port === 443 ? '' : `:${port}`}`
}

const inUrl = (name: string) => (name.includes(':') ? `[${name}]` : name)
