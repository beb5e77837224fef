import { expect, it } from 'vitest'
import { anna, makeProfile } from './command-line.fixture'
import type { Token } from './contract/token'
import { as, keyward } from './typed.fixture'

it('users are listed for people in a table, and for programs in JSON', async () => {
  const profile = await makeProfile()
  const { out } = await keyward(profile, ...as(anna, ['users', 'list']))
  expect(out.split('\n')[0]).toMatch(/^USERNAME +DISPLAY NAME +KIND/)
  expect(out).toMatch(/erp +ERP +Service account +Active +– +3/)
  const json = await keyward(
    profile,
    ...as(anna, ['users', 'list', '--json', '--kind', 'service-account']),
  )
  expect(JSON.parse(json.out)).toMatchObject([
    { username: 'erp', activeTokens: 3, createdAt: expect.stringMatching(/^\d{4}-.*Z$/) },
  ])
  const none = await keyward(profile, ...as(anna, ['users', 'list', '--search', 'zebra']))
  expect([none.code, none.out, none.err]).toEqual([0, '', 'No user fits.\n'])
})

it('tokens are listed by the filters of the inventory', async () => {
  const profile = await makeProfile()
  const list = async (...filter: string[]) => {
    const typed = as(anna, ['tokens', 'list', '--json', ...filter])
    const { code, out, err } = await keyward(profile, ...typed)
    return code === 0 ? JSON.parse(out).map((row: { token: Token }) => row.token.name) : err
  }
  expect(await list()).toEqual(['ERP orders', 'ERP archive', 'ERP for ever'])
  expect(await list('--of', 'ERP')).toHaveLength(3)
  expect(await list('--of', 'anna')).toEqual([])
  expect(await list('--never-expires')).toEqual(['ERP for ever'])
  expect(await list('--expires-within', '30')).toEqual(['ERP orders'])
  expect(await list('--status', 'expiring-soon')).toEqual(['ERP orders'])
  expect(await list('--status', 'revoked')).toEqual(['ERP old'])
  expect(await list('--entity', 'orders', '--permission', 'write')).toHaveLength(3)
  expect(await list('--entity', 'orders', '--permission', 'delete')).toEqual([])
  expect(await list('--search', 'archive')).toEqual(['ERP archive'])
  expect(await list('--never-used')).toHaveLength(3)
  expect(await list('--of', 'nobody')).toContain('no user')
  expect(await list('--entity', 'nothing')).toContain('no entity')
  expect(await list('--status', 'broken')).toContain('--status is one of')
  expect(await list('--unused-days', 'many')).toContain('whole number')

  const soon = await keyward(profile, ...as(anna, ['tokens', 'expiring', '--days', '20']))
  expect(soon.out).toMatch(/ERP orders +erp +Expiring soon/)
  expect(soon.out.split('\n')).toHaveLength(3)
})

it('a list of more than one page is whole', async () => {
  const profile = await makeProfile()
  profile.ask(`with recursive n(i) as (select 1 union all select i + 1 from n where i < 230)
    insert into user (kind, username, username_key, display_name, display_key, search_key, status,
      created_at, updated_at, version)
    select 'service_account', 'u' || i, 'u' || i, 'U' || i, 'u' || i, 'u' || i, 'active', 1, 1, 1
    from n`)
  const { out } = await keyward(profile, ...as(anna, ['users', 'list', '--json']))
  const names = JSON.parse(out).map((user: { username: string }) => user.username)
  expect(new Set(names).size).toBe(233)
})
