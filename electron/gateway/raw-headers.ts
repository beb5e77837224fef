import type { IncomingMessage } from 'node:http'

/**
 * Every value of a header as it was sent. Node's own `headers` silently keeps the first of two
 * `Authorization` or `Host` headers.
 */
export function rawHeader(message: Pick<IncomingMessage, 'rawHeaders'>, name: string): string[] {
  const { rawHeaders } = message
  const values: string[] = []
  for (let index = 0; index + 1 < rawHeaders.length; index += 2) {
    if (rawHeaders[index]!.toLowerCase() === name) values.push(rawHeaders[index + 1]!)
  }
  return values
}
