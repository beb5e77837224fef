import { connect } from 'node:net'

export type RawAnswer = { status: number; headers: Map<string, string>; body: string }

/** Sends a request as it is written, as no HTTP client would: dots, slashes and bytes stay. */
export function rawCall(
  port: number,
  method: string,
  target: string,
  headers: readonly string[] = [],
  body = '',
  /** How the first line ends, and the lines that belong to it. */
  version = 'HTTP/1.1\r\nHost: shop.example',
): Promise<RawAnswer> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1')
    let received = ''
    socket.setEncoding('latin1')
    socket.on('data', (chunk) => (received += chunk))
    socket.on('error', reject)
    socket.on('close', () => resolve(read(received)))
    const length = body === '' ? [] : [`Content-Length: ${body.length}`]
    const lines = [`${method} ${target} ${version}`, ...length, ...headers]
    socket.write([...lines, 'Connection: close', '', body].join('\r\n'), 'latin1')
  })
}

function read(received: string): RawAnswer {
  const [head = '', ...body] = received.split('\r\n\r\n')
  const [line = '', ...fields] = head.split('\r\n')
  return {
    status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(line)?.[1] ?? 0),
    headers: new Map(
      fields.map((field) => {
        const colon = field.indexOf(':')
        return [field.slice(0, colon).toLowerCase(), field.slice(colon + 1).trim()]
      }),
    ),
    body: body.join('\r\n\r\n'),
  }
}
