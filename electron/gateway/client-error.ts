import { STATUS_CODES } from 'node:http'
import type { Socket } from 'node:net'
import { problem, problemDocument, type ProblemName } from './problems'
import { commonHeaders } from './respond'

/**
 * Answers bytes that never became a request; nothing of them is echoed. What fails before HTTP (a
 * handshake, plain HTTP sent to the TLS port) gets no answer.
 */
export const createClientErrorHandler =
  (newRequestId: () => string) =>
  (error: Error & { code?: string }, socket: Socket): void => {
    const { code = '' } = error
    const isHttp = code.startsWith('HPE_') || Object.hasOwn(problemOf, code)
    if (!socket.writable || !isHttp) {
      socket.destroy()
      return
    }
    socket.end(problemBytes(problemOf[code] ?? 'bad-request', newRequestId()))
  }

const problemOf: Record<string, ProblemName> = {
  HPE_HEADER_OVERFLOW: 'headers-too-large',
  HPE_CHUNK_EXTENSIONS_OVERFLOW: 'body-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request-timeout',
}

function problemBytes(name: ProblemName, requestId: string): string {
  const { status } = problem(name)
  const body = JSON.stringify(problemDocument(name, requestId))
  const headers = {
    ...commonHeaders,
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(Buffer.byteLength(body)),
    connection: 'close',
  }
  const lines = Object.entries(headers).map(([field, value]) => `${field}: ${value}\r\n`)
  return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
}
