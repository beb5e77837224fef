import type { IncomingMessage, ServerResponse } from 'node:http'
import { problem, problemDocument } from './problems'
import { commonHeaders } from './respond'

/** Node asks here about any `Expect` but 100-continue, before there is a request for Fastify. */
export const createExpectationHandler =
  (newRequestId: () => string) => (_request: IncomingMessage, response: ServerResponse) => {
    const name = 'expectation-failed'
    const body = JSON.stringify(problemDocument(name, newRequestId()))
    response
      .writeHead(problem(name).status, {
        ...commonHeaders,
        'content-type': 'application/problem+json; charset=utf-8',
        'content-length': Buffer.byteLength(body),
        connection: 'close',
      })
      .end(body)
  }
