import { join } from 'node:path'
import { expect, it } from 'vitest'
import { standardProfile } from './standard-profile'

it('without Electron the usual profile is where Electron has it', () => {
  const home = join('/home', 'alice')
  expect(standardProfile('linux', {}, home)).toBe(join(home, '.config', 'Keyward'))
  expect(standardProfile('linux', { XDG_CONFIG_HOME: '/x' }, home)).toBe(join('/x', 'Keyward'))
  expect(standardProfile('linux', { XDG_CONFIG_HOME: '' }, home)).toContain('.config')
  expect(standardProfile('darwin', {}, home)).toBe(
    join(home, 'Library', 'Application Support', 'Keyward'),
  )
  expect(standardProfile('win32', { APPDATA: '/roaming' }, home)).toBe(join('/roaming', 'Keyward'))
})
