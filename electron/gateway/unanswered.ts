import { once } from 'node:events'
import type { IncomingMessage, Server, ServerResponse } from 'node:http'
import type { Socket } from 'node:net'

type Exchange = { message: IncomingMessage; response: ServerResponse }

/**
 * The requests of each connection whose answer is not out yet. Whoever writes to a connection by
 * himself must wait for them: an answer that overtakes another is taken for it.
 */
export function createUnanswered() {
  const open = new WeakMap<Socket, Set<Exchange>>()
  const last = new WeakMap<Socket, Exchange>()

  return {
    watch(server: Server): void {
      server.on('request', (message, response) => {
        const exchange = { message, response }
        const { socket } = message
        const exchanges = open.get(socket) ?? new Set()
        open.set(socket, exchanges.add(exchange))
        last.set(socket, exchange)
        response.once('close', () => exchanges.delete(exchange))
      })
    },

    /**
     * Goes on when nothing stands before what was received last. `isAnswered`: that is the body of
     * a request, and its answer was sent without waiting for the body.
     */
    afterAnswers(socket: Socket, goOn: (isAnswered: boolean) => void): void {
      const newest = last.get(socket)
      const spoilt = newest && !newest.message.complete ? newest : null
      const before = [...(open.get(socket) ?? [])].filter((exchange) => exchange !== spoilt)
      const go = () => {
        if (socket.writable) goOn(spoilt?.response.headersSent ?? false)
      }
      if (before.length === 0) go()
      else void Promise.all(before.map(({ response }) => once(response, 'close'))).then(go, go)
    },
  }
}

export type Unanswered = ReturnType<typeof createUnanswered>
