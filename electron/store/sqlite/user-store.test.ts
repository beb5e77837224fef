import { describe, expect, test } from 'vitest'
import { UsersAsked } from '../../contract/user'
import type { EntityId, UserId } from '../../contract/id'
import {
  addToken,
  addUser,
  administrator,
  day,
  newProfile,
  newUser,
  today,
  told,
} from './profile.fixture'

const asked = (over: object = {}) => UsersAsked.parse(over)
const names = (page: { rows: { displayName: string }[] }) => page.rows.map((row) => row.displayName)

describe('the first administrator', () => {
  test('is created once, with the activity entry that names them', async () => {
    const { registry, rows } = newProfile()
    expect(await registry.users.hasAdministrator()).toBe(false)
    const user = await registry.users.insertFirstAdministrator(newUser(administrator), (created) =>
      told({ action: 'administrator.created', actorId: created.id, subjectId: String(created.id) }),
    )
    expect(user).toMatchObject({ id: 1, role: 'administrator', status: 'active', version: 1 })
    expect(await registry.users.hasAdministrator()).toBe(true)
    expect(rows('select action, actor_id, subject_id from activity')).toEqual([
      { action: 'administrator.created', actor_id: 1, subject_id: '1' },
    ])
  })

  test('cannot be created a second time', async () => {
    const { registry, rows } = newProfile()
    await addUser(registry, administrator)
    const again = newUser({ ...administrator, username: 'eve' })
    const outcome = await registry.users.insertFirstAdministrator(again, () => told())
    expect(outcome).toBe('already_set_up')
    expect(rows("select * from user where username = 'eve'")).toEqual([])
    expect(rows('select * from activity')).toHaveLength(1)
  })
})

describe('a username', () => {
  test.each(['ADA', 'Ａda', 'ada'])('is taken whatever its spelling: %s', async (username) => {
    const { registry, rows } = newProfile()
    await addUser(registry)
    expect(await registry.users.insert(newUser({ username }), () => told())).toBe('username_taken')
    expect(rows('select count(*) as n from user')).toEqual([{ n: 1 }])
  })

  test('finds its account and hash by any spelling', async () => {
    const { registry } = newProfile()
    await addUser(registry, { ...administrator, username: 'Žofie' })
    expect(await registry.users.findForSignIn('žOFIE')).toMatchObject({
      user: { username: 'Žofie' },
      passwordHash: 'a hash',
    })
    expect(await registry.users.findForSignIn('zofie')).toBeNull()
  })

  test('with another accent is another name', async () => {
    const { registry } = newProfile()
    const abel = await addUser(registry, { username: 'abel' })
    const other = await addUser(registry, { username: 'ábel' })
    expect((await registry.users.findForSignIn('abel'))?.user.id).toBe(abel.id)
    expect((await registry.users.findForSignIn('ÁBEL'))?.user.id).toBe(other.id)
  })
})

describe('changing a user', () => {
  const change = (id: UserId, over: object = {}) => ({
    id,
    ifVersion: 1,
    username: 'ada',
    displayName: 'Ada King',
    role: null,
    at: today + 1,
    ...over,
  })

  test('writes the new version and its activity entry together', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry)
    const user = await registry.users.update(change(id), told({ action: 'user.changed' }))
    expect(user).toMatchObject({ displayName: 'Ada King', version: 2, updatedAt: today + 1 })
    expect(rows('select display_name, display_key, search_key from user')).toEqual([
      { display_name: 'Ada King', display_key: 'ada king', search_key: 'ada\nada king' },
    ])
    expect(rows('select action from activity order by seq')).toEqual([
      { action: 'user.created' },
      { action: 'user.changed' },
    ])
  })

  test('keeps the password unless there is a new one, and drops it with the role', async () => {
    const { registry, rows } = newProfile()
    await addUser(registry, { ...administrator, username: 'grace' })
    const { id } = await addUser(registry, administrator)
    const hash = () => rows('select password_hash from user where id = ?', id)[0]?.['password_hash']
    await registry.users.update(change(id, { role: 'auditor' }), told())
    expect(hash()).toBe('a hash')
    const renewed = { role: 'auditor', passwordHash: 'another', ifVersion: 2 }
    await registry.users.update(change(id, renewed), told())
    expect(hash()).toBe('another')
    await registry.users.update(change(id, { ifVersion: 3, passwordHash: 'x' }), told())
    expect(hash()).toBeNull()
  })

  test('is refused when the user is gone, was changed meanwhile, or the name is taken', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry)
    await addUser(registry, { username: 'grace' })
    const update = (over: object) => registry.users.update(change(id, over), told())
    expect(await update({ id: 99 })).toBe('not_found')
    expect(await update({ ifVersion: 7 })).toBe('changed_meanwhile')
    expect(await update({ username: 'GRACE' })).toBe('username_taken')
    expect(rows('select version from user where id = ?', id)).toEqual([{ version: 1 }])
    expect(rows('select * from activity')).toHaveLength(2)
  })

  test('never leaves Keyward without an active administrator', async () => {
    const { registry, rows } = newProfile()
    const { id } = await addUser(registry, administrator)
    const other = await addUser(registry, { ...administrator, username: 'grace' })
    const disabled = { id: other.id, ifVersion: 1, status: 'disabled', at: today } as const
    expect(await registry.users.setStatus(disabled, told())).toMatchObject({ status: 'disabled' })
    expect(await registry.users.update(change(id), told())).toBe('last_administrator')
    const disable = { ...disabled, id }
    expect(await registry.users.setStatus(disable, told())).toBe('last_administrator')
    expect(rows('select role, status from user where id = ?', id)).toEqual([
      { role: 'administrator', status: 'active' },
    ])
    expect(rows('select * from activity')).toHaveLength(3)
  })
})

test('an administrator may go as long as another is active', async () => {
  const { registry } = newProfile()
  const { id } = await addUser(registry, administrator)
  await addUser(registry, { ...administrator, username: 'grace' })
  const off = { id, ifVersion: 1, status: 'disabled', at: today } as const
  expect(await registry.users.setStatus(off, told())).toMatchObject({ status: 'disabled' })
})

test('signing in is remembered without making an open form stale', async () => {
  const { registry } = newProfile()
  const { id } = await addUser(registry)
  await registry.users.signedIn(id, today + 5, told({ action: 'session.signed_in' }))
  expect(await registry.users.get(id)).toMatchObject({ lastSignInAt: today + 5, version: 1 })
})

test('access is replaced as a whole, "All entities" first', async () => {
  const { registry, rows } = newProfile()
  const { id } = await addUser(registry)
  const grants = [
    { entityId: 3 as EntityId, permissions: ['read' as const] },
    { entityId: null, permissions: ['write' as const, 'delete' as const] },
  ]
  await registry.users.setAccess(
    { id, ifVersion: 1, grants, at: today },
    told({ action: 'access.changed' }),
  )
  expect(await registry.users.access(id)).toEqual([grants[1], grants[0]])
  expect(rows('select entity_id, permissions from user_access')).toEqual([
    { entity_id: 0, permissions: 6 },
    { entity_id: 3, permissions: 1 },
  ])
})

test('access of a user that does not exist is not kept, nor is its activity', async () => {
  const { registry, rows } = newProfile()
  const grants = [{ entityId: null, permissions: ['read' as const] }]
  const change = { id: 9 as UserId, ifVersion: 1, grants, at: today }
  expect(await registry.users.setAccess(change, told())).toBe('not_found')
  expect(rows('select * from user_access')).toEqual([])
  expect(rows('select * from activity')).toEqual([])
})

describe('the list of users', () => {
  test('finds by any part of both names, without regard to case, and takes % as it is', async () => {
    const { registry } = newProfile()
    await addUser(registry, { displayName: 'Žofie Ärmel' })
    await addUser(registry, { username: 'erp', displayName: '100 % ERP', kind: 'service_account' })
    const search = async (text: string) =>
      names(await registry.users.list(asked({ search: text }), today))
    expect(await search('ÄRM')).toEqual(['Žofie Ärmel'])
    expect(await search('ADA')).toEqual(['Žofie Ärmel'])
    expect(await search('%')).toEqual(['100 % ERP'])
    expect(await search('_')).toEqual([])
  })

  test('finds both names with and without their accents', async () => {
    const { registry } = newProfile()
    await addUser(registry, { username: 'ábel', displayName: 'Zoë' })
    await addUser(registry, { username: 'abba', displayName: 'Anni' })
    for (const search of ['abel', 'ÁBEL', 'a\u0301bel', 'zoe', 'Zoë', 'zöé'])
      expect([search, names(await registry.users.list(asked({ search }), today))]).toEqual([
        search,
        ['Zoë'],
      ])
  })

  test('puts an accent beside its letter, by either name', async () => {
    const { registry } = newProfile()
    for (const name of ['Zoë', 'ábel', 'Adam', 'Éva', 'Abba'])
      await addUser(registry, { username: name, displayName: name })
    for (const sort of ['displayName', 'username'])
      expect(names(await registry.users.list(asked({ sort }), today))).toEqual([
        'Abba',
        'ábel',
        'Adam',
        'Éva',
        'Zoë',
      ])
  })

  test('filters by kind and status, pages, and says how many there are', async () => {
    const { registry } = newProfile()
    for (const letter of ['c', 'a', 'b'])
      await addUser(registry, { username: letter, displayName: letter.toUpperCase() })
    await addUser(registry, { username: 'd', displayName: 'D', kind: 'service_account' })
    const people = asked({ kind: 'person', status: 'active', page: 1, pageSize: 2 })
    const page = await registry.users.list(people, today)
    expect([names(page), page.total]).toEqual([['C'], 3])
  })

  test('counts tokens that work, and tells the nearest of their expiries', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry, { displayName: 'Busy' })
    await addUser(registry, { username: 'idle', displayName: 'Idle' })
    await addToken(registry, id, { expiresAt: today + 3 * day })
    await addToken(registry, id, { expiresAt: today + 20 * day })
    await addToken(registry, id, { expiresAt: today })
    await addToken(registry, id, { enabled: false, expiresAt: today + day })
    const list = await registry.users.list(asked({ sort: 'nextExpiryAt' }), today)
    expect(list.rows).toMatchObject([
      { displayName: 'Busy', activeTokens: 2, nextExpiryAt: today + 3 * day },
      { displayName: 'Idle', activeTokens: 0, nextExpiryAt: null },
    ])
    const byCount = asked({ sort: 'activeTokens', direction: 'desc' })
    expect(names(await registry.users.list(byCount, today))).toEqual(['Busy', 'Idle'])
  })

  test('tokens of a disabled user do not work', async () => {
    const { registry } = newProfile()
    const { id } = await addUser(registry)
    await addToken(registry, id)
    await registry.users.setStatus({ id, ifVersion: 1, status: 'disabled', at: today }, told())
    const { rows } = await registry.users.list(asked(), today)
    expect(rows).toMatchObject([{ activeTokens: 0, nextExpiryAt: null }])
  })
})
