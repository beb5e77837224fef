import { spawn } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { connect } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { onTestFinished } from 'vitest'

/** A folder of its own for one program of one proof. */
export function programFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-proof-'))
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }))
  return folder
}

/** Starts a server in the foreground, waits until it listens, and ends it with the test. */
export async function startProgram(
  command: string,
  args: string[],
  { folder, port }: { folder: string; port: number },
) {
  const child = spawn(command, args, {
    cwd: folder,
    // Debian keeps servers where an ordinary user's PATH may not look.
    env: { PATH: `${process.env['PATH']}:/usr/sbin:/usr/bin`, HOME: folder },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  for (const stream of [child.stdout, child.stderr])
    stream.setEncoding('utf8').on('data', (text: string) => (said += text))
  const ended = new Promise<never>((_resolve, reject) => {
    child.once('error', reject)
    child.once('exit', (code) => reject(new Error(`${command} ended with ${code}: ${said}`)))
  })
  ended.catch(() => undefined)
  onTestFinished(
    () =>
      new Promise<void>((done) => {
        if (child.exitCode !== null || child.pid === undefined) return done()
        child.once('exit', () => done())
        child.kill('SIGKILL')
      }),
  )
  await Promise.race([ended, listens(port)])
}

async function listens(port: number): Promise<void> {
  for (;;) {
    const isOpen = await new Promise<boolean>((resolve) => {
      const socket = connect(port, '127.0.0.1')
      socket.once('connect', () => resolve(true))
      socket.once('error', () => resolve(false))
    }).catch(() => false)
    if (isOpen) return
    await new Promise((again) => setTimeout(again, 20))
  }
}
