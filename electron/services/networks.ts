import { createRecent } from './recent'
import ipaddr from 'ipaddr.js'

type Parsed = { range: [ipaddr.IPv4 | ipaddr.IPv6, number] }[]

/** Networks are few and the same at every call; parsing them is most of the work. */
const parsed = createRecent<string, Parsed>(10_000)

/** Whether an address lies in one of the networks; none at all is everywhere. */
export function isWithin(source: string, networks: string[]): boolean {
  if (networks.length === 0) return true
  if (!ipaddr.isValid(source)) return false
  const address = ipaddr.process(source)
  return parse(networks).some(
    ({ range: [network, bits] }) =>
      network.kind() === address.kind() && address.match(network, bits),
  )
}

/** In one form: the network's own address, IPv6 shortened, bits always written. */
export function canonicalNetwork(text: string): string {
  const [address, bits] = rangeOf(text)
  const network =
    address.kind() === 'ipv4'
      ? ipaddr.IPv4.networkAddressFromCIDR(`${address.toString()}/${bits}`)
      : ipaddr.IPv6.networkAddressFromCIDR(`${address.toString()}/${bits}`)
  return `${network.toString()}/${bits}`
}

function parse(networks: string[]): Parsed {
  const key = networks.join(' ')
  const known = parsed.get(key)
  if (known) return known
  const ranges = networks.map((text) => ({ range: rangeOf(text) }))
  parsed.set(key, ranges)
  return ranges
}

/** An IPv6 network of IPv4 addresses is the IPv4 network it stands for, as sources are. */
function rangeOf(text: string): [ipaddr.IPv4 | ipaddr.IPv6, number] {
  const [address = '', bits] = text.split('/')
  const ip = ipaddr.parse(address)
  const length = bits === undefined ? (ip.kind() === 'ipv4' ? 32 : 128) : Number(bits)
  return ip instanceof ipaddr.IPv6 && ip.isIPv4MappedAddress() && length >= 96
    ? [ip.toIPv4Address(), length - 96]
    : [ip, length]
}
