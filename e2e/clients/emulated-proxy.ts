import { createServer, request, type IncomingMessage } from 'node:http'
import { onTestFinished } from 'vitest'

export type Headers = [name: string, value: string][]
export type Answered = { status: number; headers: Headers; body: string }

/** What an emulated proxy decides: an answer of its own, or headers for the application. */
type Decide = (asked: IncomingMessage) => Promise<{ answer: Answered } | { forward: Headers }>

/** A proxy that hands the application the raw target, and asks before it does. */
export async function startEmulator(port: number, application: string, decide: Decide) {
  const server = createServer((asked, response) => {
    void (async () => {
      let body = ''
      for await (const chunk of asked.setEncoding('utf8')) body += chunk as string
      // Neither of them takes a request for two hosts.
      const isForTwo = (asked.headersDistinct['host']?.length ?? 0) > 1
      const decided = isForTwo ? { answer: badRequest } : await decide(asked)
      const {
        status,
        headers,
        body: text,
      } = 'answer' in decided
        ? decided.answer
        : await call(application, asked.method!, asked.url!, decided.forward, body)
      response.writeHead(status, headers.flat())
      response.end(text)
    })()
  })
  await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening))
  onTestFinished(() => void server.close())
}

const badRequest: Answered = { status: 400, headers: [], body: '' }

/** One request, its target and headers as they are given; 0 where nobody answered. */
export const call = (to: string, method: string, path: string, headers: Headers, body = '') =>
  new Promise<Answered>((resolve) => {
    const [hostname, port] = to.split(':')
    const nobody = { status: 0, headers: [], body: '' }
    const sent = request(
      { hostname, port, method, path, headers: headers.flat(), timeout: 2_000 },
      (answer) => {
        let text = ''
        answer.setEncoding('utf8').on('data', (chunk: string) => (text += chunk))
        answer.on('end', () =>
          resolve({ status: answer.statusCode!, headers: pairs(answer.rawHeaders), body: text }),
        )
      },
    )
    sent.on('error', () => resolve(nobody))
    sent.end(body)
  })

const ofOneConnection = ['connection', 'keep-alive', 'transfer-encoding']

export const pairs = (raw: string[]): Headers =>
  raw
    .flatMap((name, index): Headers => (index % 2 === 0 ? [[name, raw[index + 1]!]] : []))
    .filter(([name]) => !ofOneConnection.includes(name.toLowerCase()))

export const without = (headers: Headers, names: readonly string[]): Headers =>
  headers.filter(([name]) => !names.includes(name.toLowerCase()))

export const only = (headers: Headers, names: readonly string[]): Headers =>
  headers.filter(([name]) => names.includes(name.toLowerCase()))

/** The one value of a key in a configuration. */
export const valueOf = (text: string, key: string): string =>
  new RegExp(`^ *${key}: "?([^"\\n]+)"?$`, 'm').exec(text)![1]!

/** The names listed or mapped below a key, in small letters. */
export function namesBelow(text: string, key: string): string[] {
  const from = text.slice(new RegExp(`^ *${key}:$`, 'm').exec(text)!.index)
  const [head = '', ...lines] = from.split('\n')
  const depth = head.search(/\S/)
  const end = lines.findIndex((line) => line.search(/\S/) <= depth)
  return lines
    .slice(0, end < 0 ? undefined : end)
    .flatMap((line) => /^ *(?:- (?:exact: )?)?([\w.-]+)(?:: "")?$/.exec(line)?.[1] ?? [])
    .map((name) => name.toLowerCase())
}
