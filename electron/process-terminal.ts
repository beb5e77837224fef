import { readFileSync, statSync } from 'node:fs'
import { createInterface } from 'node:readline'
import type { ReadStream } from 'node:tty'
import { once } from 'node:events'
import { text } from 'node:stream/consumers'
import { ReaderGone, Stop } from './cli/stop'
import type { Terminal } from './cli/terminal'
import { words } from './cli/words'

type Streams = {
  stdin: NodeJS.ReadableStream & Partial<Pick<ReadStream, 'isTTY' | 'setRawMode'>>
  stdout: NodeJS.WritableStream & { isTTY?: boolean }
  stderr: NodeJS.WritableStream & { isTTY?: boolean }
}

/** The terminal, or whatever stands in its place, that this process was started from. */
export function processTerminal(
  { stdin, stdout, stderr }: Streams,
  environment: NodeJS.ProcessEnv,
): Terminal {
  let isReaderGone = false
  stdout.on('error', (error: NodeJS.ErrnoException) => {
    if (error.code !== 'EPIPE') throw error
    isReaderGone = true
  })
  stderr.on('error', () => undefined)
  const isInteractive = stdin.isTTY === true && stderr.isTTY === true
  const interrupted = () => new Stop('interrupted', words.interrupted)

  return {
    isInteractive,
    hasColour: stdout.isTTY === true && !environment['NO_COLOR'] && environment['TERM'] !== 'dumb',

    async print(line) {
      if (isReaderGone) throw new ReaderGone()
      // It is an error of the stream as well, which is told above.
      if (!stdout.write(line)) await once(stdout, 'drain').catch(() => undefined)
      if (isReaderGone) throw new ReaderGone()
    },

    say: (line) => void stderr.write(`${line}\n`),

    async ask(question) {
      const lines = createInterface({ input: stdin, output: stderr })
      const answer = Promise.withResolvers<string>()
      lines.once('close', () => answer.reject(interrupted()))
      lines.once('SIGINT', () => lines.close())
      lines.question(question, answer.resolve)
      return answer.promise.finally(() => lines.close())
    },

    async askSecret(question) {
      // First: what is typed at once must not be shown either.
      stdin.setRawMode?.(true)
      stderr.write(question)
      try {
        return await typedLine(stdin, interrupted)
      } finally {
        stdin.setRawMode?.(false)
        stdin.pause()
        stderr.write('\n')
      }
    },

    readInput: () => text(stdin),

    readFile(path) {
      const found = statSync(path)
      // Windows has no such bits, and a pipe is nobody's to read but ours.
      const hasBits = found.isFile() && process.platform !== 'win32'
      const readableByOthers = hasBits && (found.mode & 0o044) !== 0
      return { text: readFileSync(path, 'utf8'), readableByOthers }
    },

    async toldToEnd() {
      const told = Promise.withResolvers<void>()
      // Not once: who presses Ctrl+C again while calls under way finish must not cut them off.
      for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
        process.on(signal, () => told.resolve())
      return told.promise
    },
  }
}

/** Key by key, with nothing shown: Enter ends it, Ctrl+C gives up, Backspace takes one back. */
async function typedLine(stdin: NodeJS.ReadableStream, interrupted: () => Error): Promise<string> {
  let typed: string[] = []
  const line = Promise.withResolvers<string>()
  const decoder = new TextDecoder()
  const giveUp = () => line.reject(interrupted())

  function take(chunk: Buffer | string) {
    for (const key of typeof chunk === 'string' ? chunk : decoder.decode(chunk, { stream: true })) {
      if (key === '\r' || key === '\n' || key === '\u0004') return line.resolve(typed.join(''))
      if (key === '\u0003') return giveUp()
      if (key === '\u007F' || key === '\b') typed.pop()
      else if (key === '\u0015') typed = []
      else typed.push(key)
    }
  }

  stdin.on('data', take).once('end', giveUp)
  try {
    return await line.promise
  } finally {
    stdin.off('data', take).off('end', giveUp)
  }
}
