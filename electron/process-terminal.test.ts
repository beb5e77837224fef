import { PassThrough } from 'node:stream'
import { mkdtempSync, rmSync, writeFileSync, chmodSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, it, onTestFinished } from 'vitest'
import { ReaderGone, Stop } from './cli/stop'
import { processTerminal } from './process-terminal'

function world({
  isTTY = true,
  environment = {},
}: { isTTY?: boolean; environment?: NodeJS.ProcessEnv } = {}) {
  const raw: boolean[] = []
  const stdin = Object.assign(new PassThrough(), {
    isTTY,
    setRawMode(mode: boolean) {
      raw.push(mode)
      return stdin as never
    },
  })
  const stdout = Object.assign(new PassThrough(), { isTTY })
  const stderr = Object.assign(new PassThrough(), { isTTY })
  const terminal = processTerminal({ stdin, stdout, stderr }, environment)
  const shown = () => String(stderr.read() ?? '')
  return { terminal, stdin, stdout, raw, shown }
}

it('a password is typed unseen, and what was typed wrong can be taken back', async () => {
  const { terminal, stdin, raw, shown } = world()
  const asked = terminal.askSecret('Password: ')
  stdin.write('corrx')
  stdin.write('\u007Fect žluťoučký')
  stdin.write('\r')
  expect(await asked).toBe('correct žluťoučký')
  expect(raw).toEqual([true, false])
  expect(shown()).toBe('Password: \n')
})

it('Ctrl+C at the password ends the command, and the terminal shows again what is typed', async () => {
  const { terminal, stdin, raw } = world()
  const asked = terminal.askSecret('Password: ')
  stdin.write('half\u0003')
  await expect(asked).rejects.toMatchObject({ name: 'Stop', ending: 'interrupted' })
  await expect(asked).rejects.toBeInstanceOf(Stop)
  expect(raw).toEqual([true, false])
})

it('colours are for terminals, and never where NO_COLOR is set', () => {
  expect(world().terminal.hasColour).toBe(true)
  expect(world({ environment: { NO_COLOR: '1' } }).terminal.hasColour).toBe(false)
  expect(world({ environment: { TERM: 'dumb' } }).terminal.hasColour).toBe(false)
  expect(world({ isTTY: false }).terminal.hasColour).toBe(false)
  expect(world({ isTTY: false }).terminal.isInteractive).toBe(false)
})

it('a reader that has read enough ends the command quietly', async () => {
  const { terminal, stdout } = world({ isTTY: false })
  await terminal.print('one\n')
  stdout.emit('error', Object.assign(new Error('write EPIPE'), { code: 'EPIPE' }))
  await expect(terminal.print('two\n')).rejects.toBeInstanceOf(ReaderGone)
})

it('a file with a password that others can read is told apart', () => {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-password-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  const file = join(folder, 'password')
  writeFileSync(file, 'secret\n', { mode: 0o600 })
  const { terminal } = world()
  expect(terminal.readFile(file)).toEqual({ text: 'secret\n', readableByOthers: false })
  chmodSync(file, 0o644)
  expect(terminal.readFile(file).readableByOthers).toBe(process.platform !== 'win32')
})
