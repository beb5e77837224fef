import type { Socket } from 'node:net'

/**
 * How many requests a connection has carried with this one. Node has a limit of its own, and answers
 * what was sent beyond it with a 503 that says nothing.
 */
export function createRequestsCarried() {
  const counts = new WeakMap<Socket, number>()

  return (socket: Socket): number => {
    const count = (counts.get(socket) ?? 0) + 1
    counts.set(socket, count)
    return count
  }
}
