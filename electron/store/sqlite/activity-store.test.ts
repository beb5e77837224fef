import { Policy } from '../../contract/policy'
import { describe, expect, test } from 'vitest'
import { ActivityAsked, ActivityPage, type ActivityGroup } from '../../contract/activity'
import type { UserId } from '../../contract/id'
import type { Registry } from '../registry'
import { addToken, addUser, chain, newProfile, told, today } from './profile.fixture'

const asked = (over: object = {}) => ActivityAsked.parse(over)

async function withEntries(count: number) {
  const profile = newProfile()
  for (let i = 1; i <= count; i += 1)
    await profile.registry.activity.append(told({ subjectId: String(i), after: { number: i } }))
  return profile
}

describe('the chain of activity', () => {
  test('is unbroken however long, and grows on from what is there', async () => {
    const { registry } = await withEntries(600)
    expect(await registry.activity.verify()).toMatchObject({ checked: 600, brokenAt: null })
  })

  test('is unbroken when nothing has happened yet', async () => {
    expect(await newProfile().registry.activity.verify()).toMatchObject({
      checked: 0,
      brokenAt: null,
    })
  })

  const copy = (from: number, to: number) =>
    `insert into activity select ${to}, at, actor_id, actor_name, action, subject_kind, subject_id,
      subject_name, concerns_user_id, search_key, before, after, mac, group_id
      from activity where seq = ${from}`
  test.each([
    ['an edited text', ["update activity set actor_name = 'Eve' where seq = 3"], 3],
    ['an edited time', ['update activity set at = at + 1 where seq = 3'], 3],
    ['an edited fact', [`update activity set after = '{"number":4}' where seq = 3`], 3],
    [
      'a fact in another spelling',
      [`update activity set after = '{ "number": 3 }' where seq = 3`],
      3,
    ],
    [
      'a fact that JSON cannot hold',
      [`update activity set after = '{"number":1e999}' where seq = 3`],
      3,
    ],
    [
      'a fact within a fact',
      [`update activity set after = '{"number":{"is":3}}' where seq = 3`],
      3,
    ],
    [
      'a hidden fact',
      [`update activity set after = '{"number":3,"__proto__":{}}' where seq = 3`],
      3,
    ],
    ['facts that are none', ["update activity set before = '7' where seq = 3"], 3],
    [
      'an entry that searching no longer finds',
      ["update activity set search_key = '' where seq = 3"],
      3,
    ],
    ['an entry before the first', ['update activity set seq = 0 where seq = 1'], 0],
    ['an edited concern', ['update activity set concerns_user_id = 1 where seq = 3'], 3],
    ['an entry put into a group', [`update activity set group_id = 'bulk:1' where seq = 3`], 3],
    ['a removed entry', ['delete from activity where seq = 3'], 4],
    ['a removed first entry', ['delete from activity where seq = 1'], 2],
    [
      'removed and renumbered entries',
      [
        'delete from activity where seq = 3',
        'update activity set seq = 3 where seq = 4',
        'update activity set seq = 4 where seq = 5',
      ],
      3,
    ],
    ['an inserted entry', [copy(5, 6)], 6],
    [
      'two entries in each other’s place',
      [
        'update activity set seq = 99 where seq = 3',
        'update activity set seq = 3 where seq = 4',
        'update activity set seq = 4 where seq = 99',
      ],
      3,
    ],
  ])('shows %s', async (_, attack, brokenAt) => {
    const { registry, rows } = await withEntries(5)
    for (const step of attack) rows(step)
    expect(await registry.activity.verify()).toMatchObject({ brokenAt })
  })

  test('covers the group of an entry, and keeps the MAC of those that have none', async () => {
    const { registry, rows } = newProfile()
    const group = 'bulk:1' as ActivityGroup
    await registry.activity.append(told())
    await registry.activity.append(told({ group }))
    const [alone] = rows('select mac from activity where seq = 1')
    expect(alone?.mac).toEqual(chain(Buffer.alloc(32), 1, told()))
    expect(await registry.activity.verify()).toMatchObject({ checked: 2, brokenAt: null })
    rows('update activity set group_id = null where seq = 2')
    expect(await registry.activity.verify()).toMatchObject({ brokenAt: 2 })
  })

  test('lets the window have its turn between the pieces', async () => {
    const { registry } = await withEntries(600)
    let turns = 0
    let done = false
    const count = () => {
      turns += 1
      if (!done) setImmediate(count)
    }
    setImmediate(count)
    await registry.activity.verify()
    done = true
    expect(turns).toBeGreaterThanOrEqual(2)
  })

  test('holds for entries whose facts JSON cannot say in full', async () => {
    const { registry } = newProfile()
    await registry.activity.append(told({ before: { zero: -0, gone: undefined as never } }))
    expect(await registry.activity.verify()).toMatchObject({ checked: 1, brokenAt: null })
  })
})

test('every change has its entry and every refused one has none', async () => {
  const { registry, rows } = newProfile()
  const { id } = await addUser(registry)
  await addToken(registry, id, { name: 'ERP' })
  await registry.policy.set(
    Policy.parse({ longestLifetimeDays: 5, neverAllowed: false, callsPerMinute: 600 }),
    told(),
  )
  await registry.settings.set('window', { theme: 'dark' }, told())
  await registry.attempts.failed('ada', today, told())
  await registry.users.setAccess({ id, ifVersion: 1, grants: [], at: today }, told())
  await expect(addToken(registry, id, { name: 'ERP' })).rejects.toThrow('token_name_taken')
  await expect(addUser(registry)).rejects.toThrow('username_taken')
  expect(rows('select count(*) as n, max(seq) as last from activity')).toEqual([{ n: 6, last: 6 }])
})

test('a change whose entry cannot be written is not made', async () => {
  const { registry, rows } = newProfile()
  const entry = told({ at: 0.5 })
  await expect(
    registry.policy.set(
      Policy.parse({ longestLifetimeDays: 5, neverAllowed: false, callsPerMinute: 600 }),
      entry,
    ),
  ).rejects.toThrow('INTEGER')
  expect(rows('select longest_lifetime_days from policy')).toEqual([{ longest_lifetime_days: 366 }])
  expect(await registry.policy.get()).toMatchObject(
    Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }),
  )
})

describe('the list of activity', () => {
  const list = async (registry: Registry, over: object) => {
    const page = await registry.activity.list(asked(over))
    expect(page.total).toBe(page.rows.length)
    return page.rows.map((row) => row.seq)
  }

  test('begins with the newest and tells before and after', async () => {
    const { registry } = newProfile()
    await registry.activity.append(told())
    await registry.activity.append(told({ before: { name: 'a' }, after: { name: ['b', 'c'] } }))
    const { rows, total } = await registry.activity.list(asked({ pageSize: 1 }))
    expect(total).toBe(2)
    expect(rows).toEqual([
      {
        seq: 2,
        at: today,
        actorId: null,
        actorName: 'Ada Lovelace',
        action: 'user.changed',
        subjectKind: 'user',
        subjectId: '1',
        subjectName: 'Ada Lovelace',
        before: { name: 'a' },
        after: { name: ['b', 'c'] },
        group: null,
        concernsUserId: null,
        grouped: null,
      },
    ])
  })

  test('shows what can be read of an entry whose facts were edited', async () => {
    const { registry, rows } = await withEntries(3)
    rows(`update activity set after = '{"number":{"is":3}}' where seq = 2`)
    const page = await registry.activity.list(asked())
    expect(page.rows).toMatchObject([
      { seq: 3, after: { number: 3 } },
      { seq: 2, actorName: 'Ada Lovelace', after: null },
      { seq: 1, after: { number: 1 } },
    ])
    expect(ActivityPage.safeParse(page).success).toBe(true)
  })

  test('finds what one user did and what concerns them', async () => {
    const { registry } = newProfile()
    const [ada, grace] = [1 as UserId, 2 as UserId]
    await registry.activity.append(told({ actorId: ada }))
    await registry.activity.append(told({ actorId: grace, concernsUserId: ada }))
    await registry.activity.append(told({ actorId: grace }))
    expect(await list(registry, { userId: 1 })).toEqual([2, 1])
  })

  test('finds by action and by any part of who and what', async () => {
    const { registry } = newProfile()
    await registry.activity.append(told({ actorName: 'Žofie' }))
    await registry.activity.append(told({ action: 'token.created', subjectName: 'Übertrag' }))
    expect(await list(registry, { search: 'žOF' })).toEqual([1])
    expect(await list(registry, { search: 'über' })).toEqual([2])
    expect(await list(registry, { search: 'zofie' })).toEqual([1])
    expect(await list(registry, { action: 'token.created' })).toEqual([2])
    expect(await list(registry, { search: 'nobody' })).toEqual([])
  })
})
