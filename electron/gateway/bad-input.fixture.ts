import { expect, vi } from 'vitest'
import type { RefusalReason } from '../contract/gateway'
import { createGatewayWorld, start, type GatewayWorld } from './gateway-world.fixture'
import { problem, problemDocument, type ProblemName } from './problems'
import { dial, hostLine, listen, type RawAnswer } from './raw-socket.fixture'
import { commonHeaders } from './respond'
import { transport } from './transport.fixture'

/** One line of the list of bad inputs: several spellings of one thing, or why it is none here. */
export type BadInput = { number: number; input: string } & (
  | {
      /** How the gateway answers otherwise than one might expect, and why that is right. */
      decided?: string
      becomes: Outcome
      sent: Record<string, Crafted>
    }
  | { notHere: string }
)

/** The whole message, and where it does not become what its line says. */
type Crafted = Message | { message: Message; becomes: Outcome }
type Message = (here: Here) => string | Buffer

export type Outcome = {
  /** A refusal, or that the input is no reason for one. */
  answer: ProblemName | 200
  /** Whether the next request on the same connection is answered. */
  connection: 'usable' | 'closed'
  /** What is kept of it in the refused-call list; nothing where it is not said. */
  kept?: RefusalReason
  /** As what the call is counted for its token: when it is let in, and at the end of a body that broke. */
  counted?: 'allowed' | 'refused' | 'at_the_end'
  headers?: Record<string, string>
}

export type Here = ReturnType<typeof hereIn>

export const records = '/v1/entities/invoices/records'

/** A gateway on a socket with one record. */
export async function createHere(given: Parameters<typeof createGatewayWorld>[0] = {}) {
  const world = await createGatewayWorld({ tls: transport.tls, ...given })
  await world.memory.data.records.insert([
    { entity: world.invoices, id: 'a', data: { number: '1' }, at: start, by: 'test' },
  ])
  await listen(world)
  return hereIn(world)
}

/** A good token that nobody has used yet, and the pieces of messages to the gateway. */
export function hereIn(world: GatewayWorld) {
  const good = world.issue([world.everything])
  const host = hostLine(world)
  const auth = `Authorization: ${good.authorization}`
  const message = (lines: string[], body = '') => [...lines, '', body].join('\r\n')
  return {
    world,
    host,
    auth,
    token: good.token,
    port: world.listening.port,
    message,
    /** Another token; `lines` are what stands between the request line and the end of the head. */
    withToken: (authorization: string, target = records) =>
      message([`GET ${target} HTTP/1.1`, host, `Authorization: ${authorization}`]),
    get: (target: string, ...lines: string[]) =>
      message([`GET ${target} HTTP/1.1`, host, auth, ...lines]),
    post: (lines: string[], body: string) =>
      message([`POST ${records} HTTP/1.1`, host, auth, ...lines], body),
    json: (body: string | Buffer, contentType = 'application/json') =>
      Buffer.concat([
        Buffer.from(
          message([
            `POST ${records} HTTP/1.1`,
            host,
            auth,
            `Content-Type: ${contentType}`,
            `Content-Length: ${Buffer.byteLength(body)}`,
          ]),
        ),
        Buffer.from(body),
      ]),
  }
}

/** Everything that a message may leave behind, beside the refused-call list and the counts. */
export const stored = ({ memory }: GatewayWorld) => ({
  records: memory.rows('select * from record'),
  keys: memory.rows('select * from idempotency_key'),
  unique: memory.rows('select * from record_unique'),
  indexed: memory.rows('select * from record_index'),
})

/** Each of these in turn, by name where one of them fails. */
export async function inTurn<T>(all: Iterable<[string, T]>, work: (one: T) => Promise<void>) {
  for (const [name, one] of all) {
    await work(one).catch((error: Error) => {
      error.message = `${name}: ${error.message}`
      throw error
    })
  }
}

/** Sends one message and holds the gateway to its outcome, on the wire and in what is kept. */
export async function expectOutcome(here: Here, sent: string | Buffer, outcome: Outcome) {
  const { world, host } = here
  const before = stored(world)
  await world.callLog.write()
  world.memory.kept.refused.length = 0
  world.memory.kept.counts.length = 0
  const line = dial(world)
  line.send(sent)
  const answer = await line.answer()
  const goodCall = here.message(['GET /healthz HTTP/1.1', host, 'Connection: close'])

  if (outcome.answer === 200) expect(answer).toMatchObject({ status: 200 })
  else expectProblem(answer, outcome.answer, outcome)
  if (outcome.connection === 'usable') line.send(goodCall)
  const rest = (await line.all()).map(({ status, body }) => [status, body])
  const healthy = [200, '{"status":"ok"}']
  expect(rest).toEqual(outcome.connection === 'usable' ? [healthy] : [])

  await vi.waitFor(async () => {
    await world.callLog.write()
    expect(world.memory.kept.counts.map(({ allowed, refused }) => [allowed, refused])).toEqual(
      outcome.counted === undefined ? [] : [outcome.counted === 'refused' ? [0, 1] : [1, 0]],
    )
  })
  const refused = outcome.kept ? [[outcome.kept, answer?.status, '127.0.0.1']] : []
  expect(world.memory.kept.refused.map((row) => [row.reason, row.status, row.source])).toEqual(
    refused,
  )
  expect(stored(world)).toEqual(before)
  expect(JSON.stringify(world.memory.kept)).not.toContain(here.token)
  expect(world.reported).toEqual([])

  const another = dial(world)
  another.send(goodCall)
  expect(await another.answer()).toMatchObject({ status: 200 })
  another.hangUp()
}

/**
 * The whole of a refusal, to the last header: what is a constant echoes nothing, and two answers
 * of one kind cannot be told apart.
 */
export function expectProblem(
  answer: RawAnswer | null,
  name: ProblemName,
  { connection, counted, headers = {} }: Partial<Outcome> = {},
) {
  const { status, challenge } = problem(name)
  const { instance, ...document } = JSON.parse(answer?.body ?? '{}') as Record<string, unknown>
  const { instance: _any, ...expected } = problemDocument(name, '')
  expect(document).toEqual(expected)
  expect([answer?.status, expected.status]).toEqual([status, status])
  expect(instance).toMatch(/^urn:uuid:[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/)
  const {
    connection: stated,
    'keep-alive': _seconds,
    'strict-transport-security': _overTls,
    ...others
  } = singly(answer!.headers)
  if (connection) expect(stated).toBe(connection === 'closed' ? 'close' : 'keep-alive')
  expect(others).toEqual({
    ...commonHeaders,
    ...(challenge && { 'www-authenticate': challenge }),
    ...(counted === 'allowed' && {
      'ratelimit-policy': '"token";q=600;w=60',
      ratelimit: '"token";r=599;t=60',
    }),
    'content-type': 'application/problem+json; charset=utf-8',
    'content-length': String(answer!.body.length),
    date: expect.stringMatching(/^[A-Z][a-z]{2}, \d{2} [A-Z][a-z]{2} \d{4} \d{2}:\d{2}:\d{2} GMT$/),
    ...headers,
  })
}

function singly(headers: RawAnswer['headers']): Record<string, string> {
  const entries = Object.entries(headers)
  expect(entries.filter(([, values]) => values.length > 1)).toEqual([])
  return Object.fromEntries(entries.map(([name, values]) => [name, values[0]!]))
}
