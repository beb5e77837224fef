import type { AddressInfo } from 'node:net'
import { onTestFinished } from 'vitest'
import type { GatewayWorld } from './gateway-world.fixture'
import { transport } from './transport.fixture'

/** One answer as it came over the wire; header names in lower case, every value kept. */
export type RawAnswer = { status: number; headers: Record<string, string[]>; body: string }

/** Puts the gateway on a socket; callers then name this port in Host. */
export async function listen(world: GatewayWorld): Promise<void> {
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  world.listening.port = (world.app.server.address() as AddressInfo).port
  onTestFinished(() => world.app.close())
}

export const hostLine = ({ listening }: GatewayWorld) => `Host: 127.0.0.1:${listening.port}`

/** Bytes in, answers out: what no HTTP client would send. Text is sent as Latin-1. */
export function dial(world: GatewayWorld) {
  const socket = transport.connect(world.listening.port).setEncoding('latin1')
  const waiting: { isToHead: boolean; take: (value: RawAnswer | null) => void }[] = []
  let received = ''
  let isOver = false
  onTestFinished(() => void socket.destroy())
  // A reset is an end as well: what came before it counts.
  socket.on('error', () => undefined)
  socket.on('data', (chunk: string) => {
    received += chunk
    serve()
  })
  socket.on('close', () => {
    isOver = true
    serve()
  })

  function serve() {
    while (waiting.length > 0) {
      const parsed = firstAnswer(received, waiting[0]!.isToHead)
      if (parsed) received = parsed.rest
      else if (!isOver) return
      waiting.shift()!.take(parsed?.answer ?? null)
    }
  }

  /** The next whole answer; null when the connection ends without one. */
  const answer = ({ isToHead = false } = {}) =>
    new Promise<RawAnswer | null>((take) => {
      waiting.push({ isToHead, take })
      serve()
    })

  return {
    send: (bytes: string | Buffer) =>
      void socket.write(typeof bytes === 'string' ? Buffer.from(bytes, 'latin1') : bytes),
    answer,
    hangUp: () => void socket.destroy(),
    /** Every answer until the gateway closes. */
    async all(): Promise<RawAnswer[]> {
      const answers: RawAnswer[] = []
      for (let next = await answer(); next; next = await answer()) answers.push(next)
      if (received !== '') throw new Error(`bytes that are no answer: ${received}`)
      return answers
    },
  }
}

const interim = /^HTTP\/1\.1 1\d\d .*\r\n(?:.+\r\n)*\r\n/

/** Every answer of this gateway states its length, so there are no chunks to put together. */
function firstAnswer(
  received: string,
  isToHead: boolean,
): { answer: RawAnswer; rest: string } | null {
  const text = received.replace(interim, '')
  const headEnd = text.indexOf('\r\n\r\n')
  if (headEnd < 0) return null
  const [statusLine = '', ...lines] = text.slice(0, headEnd).split('\r\n')
  const status = Number(/^HTTP\/1\.1 (\d{3}) [ -~]+$/.exec(statusLine)?.[1])
  const headers: RawAnswer['headers'] = {}
  for (const line of lines) {
    const [, name = '', value = ''] = /^([!-9;-~]+): (.*)$/.exec(line) ?? []
    ;(headers[name.toLowerCase()] ??= []).push(value)
  }
  const length = headers['content-length']?.[0]
  if (Number.isNaN(status)) throw new Error(`bytes that are no answer: ${text}`)
  if (length === undefined && status !== 204 && status !== 304)
    throw new Error(`an answer without a length: ${text}`)
  const end = headEnd + 4 + (isToHead ? 0 : Number(length ?? 0))
  if (text.length < end) return null
  return { answer: { status, headers, body: text.slice(headEnd + 4, end) }, rest: text.slice(end) }
}
