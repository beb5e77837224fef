import { once } from 'node:events'
import type { AddressInfo, Socket } from 'node:net'
import { setImmediate } from 'node:timers/promises'
import { expect, it, onTestFinished, vi } from 'vitest'
import { createHere } from './bad-input.fixture'
import { createGatewayWorld, start, type GatewayWorld } from './gateway-world.fixture'
import { limits } from './limits'
import { dial } from './raw-socket.fixture'
import { transport } from './transport.fixture'

const records = '/v1/entities/invoices/records'

async function listening(world: GatewayWorld): Promise<Socket> {
  await world.app.listen({ host: '127.0.0.1', port: 0 })
  world.listening.port = (world.app.server.address() as AddressInfo).port
  const socket = transport.connect(world.listening.port).setEncoding('latin1')
  onTestFinished(async () => {
    socket.destroy()
    await world.app.close()
  })
  return socket
}

const insert = (world: GatewayWorld, id: string, number: string) =>
  world.memory.data.records.insert([
    { entity: world.invoices, id, data: { number }, at: start, by: 'test' },
  ])

const requestHead = (world: GatewayWorld, line: string, authorization: string) => [
  `${line} HTTP/1.1`,
  `Host: 127.0.0.1:${world.listening.port}`,
  `Authorization: ${authorization}`,
]

/** Sends a call with half of its body; the rest is sent when `meanwhile` is done. */
async function slowCall(line: string, body: string, meanwhile?: (world: GatewayWorld) => void) {
  const world = await createGatewayWorld({ tls: transport.tls })
  await insert(world, 'a', '1')
  const { authorization, tokenId } = world.issue([world.everything])
  const socket = await listening(world)
  const head = [
    ...requestHead(world, line, authorization),
    'Content-Type: application/json',
    `Content-Length: ${body.length}`,
  ]
  socket.write(`${head.join('\r\n')}\r\n\r\n${body.slice(0, 5)}`)
  // Its token was good when the call began.
  await vi.waitFor(() => expect(world.memory.reads.tokens).toBe(1))
  if (meanwhile) {
    world.changeSilently(tokenId, { revokedAt: start })
    meanwhile(world)
  }
  socket.write(body.slice(5))
  const [answer] = (await once(socket, 'data')) as [string]
  await world.callLog.write()
  return { world, tokenId, status: Number(answer.slice(9, 12)) }
}

const calls = [
  [`POST ${records}`, '{"number":"2"}'],
  [`PUT ${records}/a`, '{"number":"2"}'],
  [`PATCH ${records}/a`, '{"number":"2"}'],
  [`DELETE ${records}/a`, '{"any":"body"}'],
] as const

it.each(calls)('a token revoked while the body arrives changes nothing: %s', async (line, body) => {
  const { world, tokenId, status } = await slowCall(line, body, ({ age }) => age.forget())
  expect(status).toBe(401)
  expect(world.memory.records()).toMatchObject([{ data: { number: '1' }, version: 1 }])
  expect(world.memory.kept.refused).toMatchObject([{ tokenId, reason: 'revoked' }])
  expect(world.memory.kept.counts).toMatchObject([{ tokenId, allowed: 0, refused: 1 }])
  expect(world.callLog.figures()).toMatchObject({ allowed: 0, refused: 1 })
})

it.each([
  ['that is stored', '{"number":"2"}', 201],
  ['that is no JSON', '{"number":"2" ', 400],
])('a slow call %s is counted once', async (_name, body, expected) => {
  const { world, tokenId, status } = await slowCall(`POST ${records}`, body)
  expect(status).toBe(expected)
  expect(world.memory.kept.counts).toMatchObject([{ tokenId, allowed: 1, refused: 0 }])
  expect(world.callLog.figures()).toMatchObject({ allowed: 1, refused: 0 })
})

it('a registry that breaks while the body arrives lets nothing through, and counts nothing', async () => {
  const { world, status } = await slowCall(`POST ${records}`, '{"number":"2"}', (broken) => {
    broken.age.forget()
    broken.memory.data.findToken = () => Promise.reject(new Error('gone'))
  })
  expect(status).toBe(503)
  expect(world.memory.records().length).toBe(1)
  expect(world.callLog.figures()).toMatchObject({ allowed: 0, refused: 0 })
})

it('a client that does not read its answers is dropped', async () => {
  const world = await createGatewayWorld({ times: { stalledTimeout: 50 }, tls: transport.tls })
  for (let index = 0; index < 60; index++) await insert(world, `${index}`, 'x'.repeat(60_000))
  const { authorization } = world.issue([world.everything])
  const socket = await listening(world)
  socket.pause()
  socket.on('error', () => undefined)
  const [held] = (await once(world.app.server, transport.connected)) as [Socket]
  // More than the buffers of the system take, so that some of it stays with us.
  const read = `${requestHead(world, `GET ${records}`, authorization).join('\r\n')}\r\n\r\n`
  socket.write(read.repeat(8))
  await once(held, 'close')
  expect(held.bytesWritten).toBeLessThan(8 * 60 * 60_000)
})

it('a hundred slow connections are all cut, and a good client is answered meanwhile', async () => {
  // Far longer than a good call takes, on a machine that is busy with other tests as well.
  const here = await createHere({
    times: { headersTimeout: 2_000, requestTimeout: 4_000, connectionsCheckingInterval: 50 },
  })
  const head = `GET ${records} HTTP/1.1\r\n${here.host}\r\n`
  const { authorization } = here.world.issue([here.world.everything], { callsPerMinute: 1_000_000 })
  const good = here.message([
    ...[`GET ${records}/a HTTP/1.1`, here.host],
    ...[`Authorization: ${authorization}`, 'Connection: close'],
  ])
  const slow = Array.from({ length: 100 }, (_, index) => {
    const line = dial(here.world)
    line.send(index % 2 ? head : here.json('{"number":"2"}').subarray(0, -5))
    return line
  })
  const cut = Promise.all(slow.map((line) => line.all()))
  const isOver = cut.then(() => true)
  const answers: (number | undefined)[] = []
  do {
    const line = dial(here.world)
    line.send(good)
    answers.push((await line.answer())?.status)
  } while (!(await Promise.race([isOver, setImmediate(false)])))
  expect(new Set(answers)).toEqual(new Set([200]))
  const statuses = (await cut).map((all) => all.map(({ status }) => status))
  expect(statuses.filter((one) => one.join() !== '408')).toEqual([])
})

it('a connection on which nothing more is asked is closed without a word', async () => {
  const here = await createHere({ times: { keepAliveTimeout: 50 } })
  const line = dial(here.world)
  line.send(here.get('/healthz'))
  expect((await line.all()).map(({ status }) => status)).toEqual([200])
})

it('the server holds its callers to the limits', async () => {
  const { server } = (await createGatewayWorld({ tls: transport.tls })).app
  expect(server).toMatchObject({
    maxConnections: limits.connections,
    requestTimeout: limits.requestTimeout,
    headersTimeout: limits.headersTimeout,
    keepAliveTimeout: limits.keepAliveTimeout,
    timeout: limits.stalledTimeout,
    maxHeadersCount: 2 * limits.headerFields,
  })
  expect(limits).toMatchObject({ requestTimeout: 10_000, headersTimeout: 5_000, connections: 128 })
})
