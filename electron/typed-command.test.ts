import { expect, it } from 'vitest'
import { typedCommand } from './typed-command'

const started = (...args: string[]) => typedCommand(['/usr/bin/keyward', ...args], true)

it('the app opens its window unless its first word is a command', () => {
  expect(started()).toBe(null)
  expect(started('--demo')).toBe(null)
  expect(started('--profile', 'tokens')).toBe(null)
  expect(started('--no-sandbox', '--ozone-platform=wayland')).toBe(null)
  // macOS and file managers start programs like this.
  expect(started('-psn_0_12345')).toBe(null)
  expect(started('/home/alice/orders.csv')).toBe(null)
})

it('words, and asking for help or the version, go to the command line', () => {
  expect(started('tokens', 'list')).toEqual(['tokens', 'list'])
  expect(started('verify-activity', '/a b')).toEqual(['verify-activity', '/a b'])
  expect(started('tokns')).toEqual(['tokns'])
  expect(started('--help')).toEqual(['--help'])
  expect(started('--version')).toEqual(['--version'])
})

it('a build that is not packaged has the path of the app before its words', () => {
  expect(typedCommand(['electron', '/app', 'users', 'list'], false)).toEqual(['users', 'list'])
  expect(typedCommand(['electron', '/app', '--demo'], false)).toBe(null)
})

it('after the marker everything is the command line’s, whatever stands before it', () => {
  expect(started('--no-sandbox', '.', '--command-line', '--profile', 'p', 'users', 'list')).toEqual(
    ['--profile', 'p', 'users', 'list'],
  )
  expect(started('--command-line')).toEqual([])
})
