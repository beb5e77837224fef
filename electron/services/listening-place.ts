import * as z from 'zod'
import { Address, HostName, isLoopback, Port } from '../contract/listening'

/** Where the gateway listens, as it is stored and as its process is told; port 0 is any free one. */
export const ListeningPlace = z.object({
  address: Address,
  port: Port,
  tls: z.object({ certificatePath: z.string().min(1), keyPath: z.string().min(1) }).nullable(),
  hostNames: z.array(HostName),
})
export type ListeningPlace = z.output<typeof ListeningPlace>

export const loopbackPlace = (port: number): ListeningPlace => ({
  address: '127.0.0.1',
  port,
  tls: null,
  hostNames: [],
})

/** No token may ever cross a network in the clear. */
export const needsTls = ({ address, tls }: Pick<ListeningPlace, 'address' | 'tls'>) =>
  tls === null && !isLoopback(address)

export const reachOf = ({ address }: Pick<ListeningPlace, 'address'>) =>
  isLoopback(address) ? ('this_computer' as const) : ('other_computers' as const)
