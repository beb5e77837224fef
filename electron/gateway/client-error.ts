import type { Server } from 'node:http'
import type { Socket } from 'node:net'
import type { ProblemBytes } from './problem-bytes'
import type { ProblemName } from './problems'
import type { Unanswered } from './unanswered'

type Given = { problemBytes: ProblemBytes; unanswered: Unanswered }
type Fault = Error & { code?: string }

/**
 * Answers bytes that never became a request; nothing of them is echoed. Requests that came before
 * them are answered before them, and one whose body they spoilt is answered once. What fails before
 * HTTP (a handshake, plain HTTP sent to the TLS port) gets no answer.
 */
export function createClientErrorHandler({ problemBytes, unanswered }: Given) {
  const closing = new WeakSet<Socket>()

  return (error: Fault, socket: Socket): void => {
    const { code = '' } = error
    const isHttp = code.startsWith('HPE_') || Object.hasOwn(problemOf, code)
    if (!socket.writable || !isHttp) {
      socket.destroy()
      return
    }
    // The parser reports again whatever else arrives.
    if (closing.has(socket)) return
    closing.add(socket)
    unanswered.afterAnswers(socket, (isAnswered) => {
      if (isAnswered) socket.end()
      else socket.end(problemBytes(problemOf[code] ?? 'bad-request'))
    })
  }
}

const problemOf: Record<string, ProblemName> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

/** Node would close a tunnel without a word. */
export function refuseTunnels(server: Server, { problemBytes, unanswered }: Given): void {
  server.on('connect', (_request, socket: Socket) => {
    socket.on('error', () => undefined)
    unanswered.afterAnswers(socket, () =>
      socket.end(problemBytes('method-not-allowed', { allow: everyMethod })),
    )
  })
}

const everyMethod = 'GET, HEAD, POST, PUT, PATCH, DELETE, OPTIONS'
