import { connect, type Socket } from 'node:net'
import { connect as connectTls } from 'node:tls'
import type { ServerGiven } from './server'

/** How tests of the door reach it: plainly, unless they are asked again over TLS. */
export const transport = {
  tls: null as ServerGiven['tls'],
  /** The event of a server that hands out the socket on which it speaks HTTP. */
  connected: 'connection' as 'connection' | 'secureConnection',
  connect: (port: number): Socket => connect(port, '127.0.0.1'),
}

export function useTls(files: NonNullable<ServerGiven['tls']> & { ca: string }) {
  const { cert, key, ca } = files
  transport.tls = { cert, key }
  transport.connected = 'secureConnection'
  transport.connect = (port) => connectTls({ port, host: '127.0.0.1', ca: [ca] })
}
