import { resolve } from 'node:path'
import { describe, expect, it } from 'vitest'
import { ArgumentError, readArguments } from './arguments'

const cwd = resolve('/somewhere')

describe('the command line', () => {
  it('asks for nothing special when it is empty', () => {
    expect(readArguments([], cwd)).toEqual({ demo: false, profile: null, port: null })
  })

  it('takes a profile relative to where it was typed', () => {
    expect(readArguments(['--profile', 'mine'], cwd).profile).toBe(resolve(cwd, 'mine'))
    expect(readArguments(['--profile=mine'], cwd).profile).toBe(resolve(cwd, 'mine'))
  })

  it("leaves Chromium's switches alone", () => {
    const given = ['--no-sandbox', '--password-store=basic', '--port', '0', '--inspect=0']
    expect(readArguments(given, cwd)).toEqual({ demo: false, profile: null, port: 0 })
  })

  it('never opens a real profile as a demo', () => {
    expect(() => readArguments(['--demo', '--profile', 'mine'], cwd)).toThrow(ArgumentError)
  })

  it('does not take --demo with a value for something else', () => {
    expect(() => readArguments(['--demo=true'], cwd)).toThrow(ArgumentError)
  })

  it.each(['80', '65536', 'many', '-1', ''])('refuses the port "%s" with a sentence', (port) => {
    expect(() => readArguments([`--port=${port}`], cwd)).toThrow(/1024 to 65535/)
  })

  it('refuses --profile without a folder', () => {
    expect(() => readArguments(['--profile'], cwd)).toThrow(/needs a folder/)
  })
})
