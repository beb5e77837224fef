import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import failures from '../resources/locales/en/failures.json'
import { alice, makeProfile } from './command-line.fixture'
import { as, keyward } from './typed.fixture'

const list = (folder: string) => keyward({ folder }, ...as(alice, ['users', 'list', '--json']))

const refusedWith = (code: keyof typeof failures) => ({
  code: 6,
  out: '',
  err: `${JSON.stringify({ error: code, message: failures[code] })}\n`,
})

it('nothing is made in a folder that holds no profile', async () => {
  const { folder } = await makeProfile()
  const empty = join(folder, 'typing-error')
  expect(await list(empty)).toMatchObject({ code: 6, err: expect.stringContaining(empty) })
  expect(existsSync(empty)).toBe(false)
})

it('a profile of a newer Keyward is left as it is, with the sentence that the window shows', async () => {
  const { folder, ask } = await makeProfile()
  ask('pragma user_version = 999')
  expect(await list(folder)).toMatchObject(refusedWith('database_newer'))
})

it('a damaged registry is left as it is', async () => {
  const { folder } = await makeProfile()
  rmSync(join(folder, 'registry.db-wal'), { force: true })
  writeFileSync(join(folder, 'registry.db'), 'no database')
  expect(await list(folder)).toMatchObject(refusedWith('database_damaged'))
  expect(readFileSync(join(folder, 'registry.db'), 'utf8')).toBe('no database')
})

it('missing keys are never made anew', async () => {
  const { folder } = await makeProfile()
  rmSync(join(folder, 'keys.json'))
  expect(await list(folder)).toMatchObject(refusedWith('keys_missing'))
  expect(existsSync(join(folder, 'keys.json'))).toBe(false)
})

it('keys in a keychain are not for plain Node, and it says what opens them', async () => {
  const { folder } = await makeProfile()
  const path = join(folder, 'keys.json')
  writeFileSync(path, readFileSync(path, 'utf8').replace('"file"', '"gnome_libsecret"'))
  expect(await list(folder)).toMatchObject({
    code: 6,
    err: expect.stringContaining("Keyward's own program"),
  })
})
