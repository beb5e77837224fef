import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { anna, makeProfile } from './command-line.fixture'
import { createSqliteRegistry } from './store/sqlite/sqlite-registry'
import { as, keyward } from './typed.fixture'

it('a chain that was changed outside Keyward is found, and told by the exit code', async () => {
  const profile = await makeProfile()
  const verify = () => keyward(profile, ...as(anna, ['activity', 'verify']))
  expect(await verify()).toMatchObject({ code: 0, out: expect.stringContaining('unbroken') })
  profile.ask(`drop trigger if exists activity_is_final`)
  profile.ask(`update activity set actor_name = 'Nobody' where seq = 2`)
  expect(await verify()).toMatchObject({ code: 5, out: expect.stringContaining('entry 2') })
})

it('the activity is exported with its proof, and the file is checked with nothing else', async () => {
  const profile = await makeProfile()
  const file = join(profile.folder, 'exports.jsonl')
  const write = (...more: string[]) =>
    keyward(profile, ...as(anna, ['activity', 'export', file, ...more]))
  expect(await write()).toMatchObject({ code: 0, out: expect.stringContaining('.proof.json') })
  expect(profile.actions().at(-2)).toBe('list.exported')
  expect(await write()).toMatchObject({ code: 1, err: expect.stringContaining('--yes') })
  expect((await write('--yes')).code).toBe(0)

  const check = () => keyward(profile, ['verify-activity', file, '--json'])
  const sound = await check()
  expect(sound.code).toBe(0)
  expect(JSON.parse(sound.out)).toMatchObject({ is: 'unbroken', firstEntry: 1 })
  const proof = join(profile.folder, 'exports.proof.json')
  const verified = await keyward(profile, ...as(anna, ['activity', 'verify', '--proof', proof]))
  expect(verified).toMatchObject({ code: 0, out: expect.stringContaining('Held against a proof') })

  const lines = readFileSync(file, 'utf8').split('\n')
  writeFileSync(file, [lines[0], lines[1]!.replace('Alice', 'Otto'), ...lines.slice(2)].join('\n'))
  const tampered = await keyward(profile, ['verify-activity', file])
  expect(tampered).toMatchObject({ code: 5, out: expect.stringMatching(/Line 2: +was changed/) })
  rmSync(file)
  expect((await check()).code).toBe(4)
})

it('only some of the activity is exported as CSV, and never over a file of Keyward’s own', async () => {
  const profile = await makeProfile()
  const file = join(profile.folder, 'exports.csv')
  const filter = ['--action', 'token.revoked', '--from', '2026-01-01']
  const typed = ['activity', 'export', file, '--json', ...filter]
  const { out } = await keyward(profile, ...as(anna, typed))
  expect(JSON.parse(out)).toMatchObject({ state: 'done', rows: 1, proof: null })
  expect(readFileSync(file, 'utf8')).toContain('ERP old')

  const own = join(profile.folder, 'registry.db')
  const over = await keyward(profile, ...as(anna, ['activity', 'export', own, '--yes']))
  expect(over).toMatchObject({
    code: 1,
    err: expect.stringContaining('Keyward keeps its own data'),
  })
  const wrong = await keyward(profile, ...as(anna, [...typed.slice(0, 3), '--from', 'May']))
  expect(wrong).toMatchObject({ code: 2, err: expect.stringContaining('2027-03-31') })
})

it('two command lines that write at once leave one unbroken chain', async () => {
  const profile = await makeProfile()
  await Promise.all(
    Array.from({ length: 4 }, () => keyward(profile, ...as(anna, ['users', 'list']))),
  )
  const store = createSqliteRegistry({ folder: profile.folder, ...profile.seals })
  expect(await store.activity.verify()).toMatchObject({ brokenAt: null })
  store.close()
})
