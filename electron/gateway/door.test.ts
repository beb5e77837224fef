import { METHODS } from 'node:http'
import { expect, it } from 'vitest'
import { createHere, expectProblem, records, stored, type Here } from './bad-input.fixture'
import { dial } from './raw-socket.fixture'

/** Whole conversations over a socket; single bad messages are in bad-input.test.ts. */
const exchange = async ({ world }: Here, bytes: string | Buffer, isToHead = false) => {
  const line = dial(world)
  line.send(bytes)
  const answer = await line.answer({ isToHead })
  line.hangUp()
  return answer
}

const call = ({ message, host }: Here, method: string, target: string, ...lines: string[]) =>
  message([`${method} ${target} HTTP/1.1`, host, ...lines])

it.each(['127.0.0.1', 'localhost', '[::1]', 'LocalHost'])('the host %s is ours', async (name) => {
  const here = await createHere()
  const { auth, message, port } = here
  const sent = message([`GET ${records} HTTP/1.1`, `Host: ${name}:${port}`, auth])
  expect(await exchange(here, sent)).toMatchObject({ status: 200 })
})

it('an address that is not there is a 404, whoever asks', async () => {
  const here = await createHere()
  for (const target of ['/', '/v1', '/v2/token', '/v1/token/', '/v1/entities', '/V1/token']) {
    const [stranger, known] = [
      await exchange(here, call(here, 'GET', target)),
      await exchange(here, here.get(target)),
    ]
    expectProblem(stranger, 'no-such-resource')
    expectProblem(known, 'no-such-resource')
  }
})

it.each([
  ['/healthz', 'GET, HEAD, OPTIONS'],
  ['/v1/token', 'GET, HEAD, OPTIONS'],
  [records, 'GET, HEAD, POST, OPTIONS'],
  [`${records}:batch`, 'POST, OPTIONS'],
  [`${records}/a`, 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS'],
])('%s takes %s and refuses every other method', async (target, allow) => {
  const here = await createHere()
  const taken = allow.split(', ')
  // A tunnel has no path; bad-input.test.ts asks for one.
  for (const method of METHODS.filter((one) => one !== 'CONNECT')) {
    const answer = await exchange(here, call(here, method, target), method === 'HEAD')
    if (!taken.includes(method) && method === 'HEAD') expect(answer?.status).toBe(405)
    else if (!taken.includes(method))
      expectProblem(answer, 'method-not-allowed', { headers: { allow } })
    else expect([method, answer?.status]).not.toEqual([method, 405])
    if (method === 'OPTIONS') {
      expect(answer).toMatchObject({ status: 204, headers: { allow: [allow] }, body: '' })
    }
  }
})

it('without a token nobody learns which entities there are, by any method', async () => {
  const here = await createHere()
  const { world } = here
  const nobody = world.issue([]).authorization
  for (const suffix of ['', '/a', '/b', ':batch']) {
    for (const method of METHODS.filter((one) => one !== 'CONNECT')) {
      for (const lines of [[], [`Authorization: ${nobody}`]]) {
        const ask = async (name: string) => {
          const target = `/v1/entities/${name}/records${suffix}`
          const answer = await exchange(
            here,
            call(here, method, target, ...lines),
            method === 'HEAD',
          )
          const { date: _date, ...headers } = answer!.headers
          return JSON.stringify({ ...answer, headers })
            .replace(/urn:uuid:[0-9a-f-]{36}/, '')
            .replaceAll(/"ratelimit":\["[^\]]*\]/g, '')
            .replaceAll(name, 'NAME')
        }
        expect(await ask('nothing1')).toBe(await ask('invoices'))
      }
    }
  }
})

it('HEAD is refused as GET is, without a body', async () => {
  const here = await createHere()
  const [get, head] = [
    await exchange(here, call(here, 'GET', records)),
    await exchange(here, call(here, 'HEAD', records), true),
  ]
  expect(head).toMatchObject({ status: 401, body: '' })
  expect({ ...head?.headers, date: null }).toEqual({ ...get?.headers, date: null })
  const withBody = call(here, 'HEAD', records, here.auth, 'Content-Length: 1')
  expect(await exchange(here, `${withBody}x`, true)).toMatchObject({ status: 400 })
})

it('a body is taken up to 1 MiB to the byte, however it is sent', async () => {
  const here = await createHere()
  const json = 'Content-Type: application/json; charset="UTF-8"'
  const body = (bytes: number) => `{"number":"2"}${' '.repeat(bytes - 14)}`
  const whole = (bytes: number) => here.post([json, `Content-Length: ${bytes}`], body(bytes))
  const inChunks = (bytes: number) => {
    const parts = body(bytes).match(/[^]{1,65536}/g)!
    const chunks = parts.map((part) => `${part.length.toString(16)}\r\n${part}\r\n`)
    return here.post([json, 'Transfer-Encoding: chunked'], `${chunks.join('')}0\r\n\r\n`)
  }
  for (const send of [whole, inChunks]) {
    expect(await exchange(here, send(1_048_576))).toMatchObject({ status: 201 })
    expect(await exchange(here, send(1_048_577))).toMatchObject({ status: 413 })
  }
  expect(stored(here.world).records).toHaveLength(3)
})

it('a client that waits for leave to send its body gets it, and then its answer', async () => {
  const here = await createHere()
  const lines = ['Content-Type: application/json', 'Content-Length: 14', 'Expect: 100-continue']
  const sent = here.post(lines, '{"number":"2"}')
  expect(await exchange(here, sent)).toMatchObject({ status: 201 })
})

it('requests that follow each other without waiting are answered in their order', async () => {
  const here = await createHere()
  const line = dial(here.world)
  const targets = ['/healthz', `${records}/a`, '/nothing', '/v1/token', `${records}/b`]
  line.send(targets.map((target) => here.get(target)).join(''))
  line.send(here.get('/readyz', 'Connection: close'))
  expect((await line.all()).map(({ status }) => status)).toEqual([200, 200, 404, 200, 404, 200])
})

it('what was asked before the connection broke is answered before the connection is', async () => {
  const here = await createHere()
  const post = here.json('{"number":"2"}').toString()
  for (const broken of ['BREW / HTTP/1.1\r\n\r\n', here.post(['Content-Length: x'], '')]) {
    const line = dial(here.world)
    line.send(post + here.get(`${records}/a`) + broken + here.get('/healthz'))
    const [made, read, refused, ...more] = await line.all()
    expect([made?.status, read?.status, more]).toEqual([201, 200, []])
    expectProblem(refused ?? null, 'bad-request', { connection: 'closed' })
  }
  expect(stored(here.world).records).toHaveLength(3)
})

it('a tunnel is refused after what was asked before it', async () => {
  const here = await createHere()
  const line = dial(here.world)
  line.send(here.get(`${records}/a`) + call(here, 'CONNECT', 'example.com:443'))
  expect((await line.all()).map(({ status }) => status)).toEqual([200, 405])
})

it('a body that breaks after its call was answered gets no second answer', async () => {
  const here = await createHere()
  const line = dial(here.world)
  line.send(call(here, 'POST', records, 'Transfer-Encoding: chunked'))
  expectProblem(await line.answer(), 'token-missing')
  line.send('xyz\r\n{}\r\n0\r\n\r\n')
  expect(await line.all()).toEqual([])
})

it('a connection carries 1000 requests, and says so with the last', async () => {
  const here = await createHere()
  const line = dial(here.world)
  const ask = call(here, 'GET', '/healthz')
  // Not all at once: over TLS Node loses count of requests that it had to stop reading between.
  for (let asked = 0; asked < 900; asked += 100) {
    line.send(ask.repeat(100))
    for (let answered = 0; answered < 100; answered += 1)
      expect(await line.answer()).toMatchObject({ headers: { connection: ['keep-alive'] } })
  }
  line.send(ask.repeat(101))
  const answers = await line.all()
  expect(answers).toHaveLength(100)
  expect(answers.at(-1)?.headers).toMatchObject({ connection: ['close'] })
  expect(answers.at(-2)?.headers).toMatchObject({ connection: ['keep-alive'] })
})

it('ten megabytes of a token are cut off, and others go on', async () => {
  const here = await createHere()
  const line = dial(here.world)
  line.send(here.withToken(`Bearer ${'a'.repeat(10_485_760)}`))
  // Whether the answer arrives before the connection is reset is the system's to say.
  expect((await line.all()).filter(({ status }) => status !== 431)).toEqual([])
  expect(await exchange(here, here.get(records))).toMatchObject({ status: 200 })
})

it('who is turned away at the door is listed as IPv4 where that is what called', async () => {
  const { world } = await createHere()
  const { statusCode } = await world.app.inject({
    url: records,
    headers: { host: 'evil.example' },
    remoteAddress: '::ffff:10.1.2.3',
  })
  expect(statusCode).toBe(421)
  await world.callLog.write()
  expect(world.memory.kept.refused).toMatchObject([{ reason: 'wrong_host', source: '10.1.2.3' }])
})
