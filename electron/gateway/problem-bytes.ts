import { STATUS_CODES } from 'node:http'
import { problem, problemDocument, type ProblemName } from './problems'
import { commonHeaders } from './respond'

type Given = { newRequestId: () => string; now: () => number }

/** Whole answers for connections that have no request to answer, and close with them. */
export const createProblemBytes =
  ({ newRequestId, now }: Given) =>
  (name: ProblemName, more: Record<string, string> = {}): string => {
    const { status } = problem(name)
    const body = JSON.stringify(problemDocument(name, newRequestId()))
    const headers = {
      ...commonHeaders,
      ...more,
      'content-type': 'application/problem+json; charset=utf-8',
      'content-length': String(Buffer.byteLength(body)),
      date: new Date(now()).toUTCString(),
      connection: 'close',
    }
    const lines = Object.entries(headers).map(([field, value]) => `${field}: ${value}\r\n`)
    return `HTTP/1.1 ${status} ${STATUS_CODES[status]}\r\n${lines.join('')}\r\n${body}`
  }

export type ProblemBytes = ReturnType<typeof createProblemBytes>
