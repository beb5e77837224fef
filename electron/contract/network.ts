import * as z from 'zod'

const part = '(?:25[0-5]|2[0-4]\\d|1\\d\\d|[1-9]?\\d)'
const ipv4 = new RegExp(`^${part}(?:\\.${part}){3}$`)

/**
 * A source network in CIDR notation, IPv4 or IPv6; a bare address is that one host. The service
 * checks IPv6 with Node's parser and writes it down in one form.
 */
export const Network = z
  .string()
  .trim()
  .max(64, { error: 'not_a_network' })
  .refine(isNetwork, { error: 'not_a_network' })
export type Network = z.output<typeof Network>

export const Networks = z.array(Network).max(50, { error: 'too_many' })

function isNetwork(text: string): boolean {
  const [address = '', bits, more] = text.split('/')
  if (more !== undefined) return false
  const isV4 = ipv4.test(address)
  if (!isV4 && !z.ipv6().safeParse(address).success) return false
  if (bits === undefined) return true
  return /^(?:0|[1-9]\d{0,2})$/.test(bits) && Number(bits) <= (isV4 ? 32 : 128)
}
