import { createServer, type IncomingMessage } from 'node:http'
import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'

export type Reached = {
  method: string
  /** As it came, with nothing decoded. */
  url: string
  headers: Record<string, string[]>
  body: string
}

/** The API behind a proxy: it believes everything, and remembers every request that reached it. */
export async function openApplication() {
  let reached: Reached[] = []
  // Some take a request that names no host for their first site.
  const server = createServer({ requireHostHeader: false }, (request, response) => {
    let body = ''
    request.setEncoding('utf8')
    request.on('data', (chunk: string) => (body += chunk))
    request.on('end', () => {
      reached.push({
        method: request.method ?? '',
        url: request.url ?? '',
        headers: distinct(request),
        body,
      })
      response.end('application')
    })
  })
  await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
  const { port } = server.address() as AddressInfo
  return {
    address: `127.0.0.1:${port}`,
    /** What reached it since the last time that this was asked. */
    taken() {
      const since = reached
      reached = []
      return since
    },
  }
}

const distinct = ({ headersDistinct }: IncomingMessage) =>
  Object.fromEntries(Object.entries(headersDistinct).map(([name, values]) => [name, values ?? []]))
