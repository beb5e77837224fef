import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { alice, anna, makeProfile } from './command-line.fixture'
import { as, keyward } from './typed.fixture'

it('a token that lies in a folder is found, named by its ID, and never shown', async () => {
  const profile = await makeProfile()
  const folder = join(profile.folder, 'exports')
  mkdirSync(folder)
  writeFileSync(join(folder, 'app.log'), `one\ncalled with ${profile.secret}\n`)
  writeFileSync(join(folder, 'again.txt'), `${profile.secret} ${profile.secret}`)
  symlinkSync('/', join(folder, 'link'))

  const scan = (...more: string[]) => keyward(profile, ...as(anna, ['scan', folder, ...more]))
  const { code, out, err } = await scan()
  expect(code).toBe(5)
  expect(out).toMatch(new RegExp(`${profile.token.id} +Live leak +ERP orders +ERP +Expiring soon`))
  expect(out).toContain('and 2 more')
  expect(err).toContain('Links that were not followed: 1.')
  expect(out + err).not.toContain(profile.secret)

  await keyward(profile, ...as(alice, ['tokens', 'revoke', profile.token.id, '--yes']))
  const json = await scan('--json')
  expect(json.code).toBe(5)
  expect(JSON.parse(json.out)).toMatchObject({
    files: 2,
    found: [{ tokenId: profile.token.id, count: 3, known: { token: { status: 'revoked' } } }],
  })
  expect(JSON.stringify(profile.ask('select * from activity'))).not.toContain(profile.secret)
})

it('a scan that finds nothing is done, and one of what is not there says so', async () => {
  const profile = await makeProfile()
  const file = join(profile.folder, 'exports.txt')
  writeFileSync(file, `${profile.secret.slice(0, -1)}~ is none`)
  const clean = await keyward(profile, ...as(anna, ['scan', file]))
  expect([clean.code, clean.out]).toEqual([0, ''])
  expect(clean.err).toContain('No token of any Keyward was found.')
  const gone = await keyward(profile, ...as(anna, ['scan', `${file}.gone`]))
  expect(gone).toMatchObject({ code: 4, err: expect.stringContaining('is not there') })
})

it('a scan is given up when it is told to end', async () => {
  const profile = await makeProfile()
  const folder = join(profile.folder, 'exports')
  mkdirSync(folder)
  for (let n = 0; n < 500; n++) writeFileSync(join(folder, `${n}.txt`), `${n}`)
  const [typed, { input }] = as(anna, ['scan', folder])
  const { code, err } = await keyward(profile, typed, { input, told: Promise.resolve() })
  expect([code, err]).toEqual([130, expect.stringContaining('Cancelled')])
})
