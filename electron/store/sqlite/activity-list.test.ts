import Database from 'better-sqlite3'
import { join } from 'node:path'
import { describe, expect, onTestFinished, test } from 'vitest'
import { ActivityAsked, ActivityFilter, type ActivityGroup } from '../../contract/activity'
import type { UserId } from '../../contract/id'
import { createActivityList, matchingIn, shownIn } from './activity-list'
import { newFolder, newProfile, told, today } from './profile.fixture'
import { openRegistry } from './open-registry'
import { createSql } from './sql'

const [ada, grace] = [1 as UserId, 2 as UserId]
const [bulk, other] = ['bulk:1', 'bulk:2'] as [ActivityGroup, ActivityGroup]

/** Pieces of three entries, so that a short log has many of them. */
async function listed() {
  const { folder, registry, rows } = newProfile()
  const db = openRegistry(folder)
  onTestFinished(() => void db.close())
  const list = createActivityList({ sql: createSql(db), pieceSize: 3 })
  const found = async (over: object = {}) => {
    const page = await list.list(ActivityAsked.parse(over))
    return { seqs: page.rows.map(({ seq }) => seq), total: page.total, rows: page.rows }
  }
  return { activity: registry.activity, rows, list, found }
}

async function tenEntries() {
  const world = await listed()
  for (let i = 1; i <= 10; i += 1)
    await world.activity.append(
      told({
        at: today + i * 1000,
        actorId: i % 2 ? ada : null,
        action: i % 3 ? 'token.disabled' : 'user.changed',
        subjectKind: i % 3 ? 'token' : 'user',
        subjectId: `T${i % 4}`,
        subjectName: `Subject ${i}`,
        concernsUserId: i === 4 ? grace : null,
      }),
    )
  return world
}

describe('the list of activity', () => {
  test.each([
    ['nothing', {}, [10, 9, 8, 7, 6, 5, 4, 3, 2, 1]],
    ['one who did it', { actor: 1 }, [9, 7, 5, 3, 1]],
    ['what Keyward did by itself', { actor: 'keyward' }, [10, 8, 6, 4, 2]],
    ['whom it concerns', { userId: 2 }, [4]],
    ['a kind of object', { subjectKind: 'user' }, [9, 6, 3]],
    ['one object', { subjectKind: 'token', subjectId: 'T1' }, [5, 1]],
    ['an action', { action: 'user.changed' }, [9, 6, 3]],
    ['from when on', { from: today + 8000 }, [10, 9, 8]],
    ['until when', { to: today + 2000 }, [2, 1]],
    ['from when to when', { from: today + 4000, to: today + 6000 }, [6, 5, 4]],
    ['words', { search: 'subject 1' }, [10, 1]],
    [
      'several of them',
      { actor: 'keyward', action: 'token.disabled', to: today + 8000 },
      [8, 4, 2],
    ],
    ['what is not there', { group: 'bulk:9' }, []],
  ])('is narrowed by %s, newest first', async (_, filter, seqs) => {
    const { found, list } = await tenEntries()
    expect(await found(filter)).toMatchObject({ seqs, total: seqs.length })
    expect(await list.count(ActivityFilter.parse(filter))).toBe(seqs.length)
  })

  test('is turned page by page across pieces, and knows how many there are', async () => {
    const { found } = await tenEntries()
    expect(await found({ pageSize: 4 })).toMatchObject({ seqs: [10, 9, 8, 7], total: 10 })
    expect(await found({ pageSize: 4, page: 1 })).toMatchObject({ seqs: [6, 5, 4, 3], total: 10 })
    expect(await found({ pageSize: 4, page: 2 })).toMatchObject({ seqs: [2, 1], total: 10 })
    expect(await found({ pageSize: 4, page: 3 })).toMatchObject({ seqs: [], total: 10 })
  })

  test('is empty when nothing has happened, and finds its way over numbers that are missing', async () => {
    const { found, activity, rows } = await listed()
    expect(await found()).toMatchObject({ seqs: [], total: 0 })
    for (let i = 0; i < 4; i += 1) await activity.append(told())
    rows('delete from activity where seq = 2')
    rows('update activity set seq = 9007199254740990 where seq = 4')
    rows('update activity set seq = -9007199254740990 where seq = 1')
    expect((await found()).total).toBe(3)
  })

  test('folds the entries of one action under the newest, and opens them again', async () => {
    const { activity, found } = await listed()
    const told3 = { action: 'token.disabled', subjectKind: 'token', group: bulk } as const
    await activity.append(told())
    for (const subjectId of ['a', 'b', 'c', 'd'])
      await activity.append(told({ ...told3, subjectId }))
    await activity.append(told({ group: other, action: 'user.disabled' }))
    await activity.append(told({ group: other, action: 'token.revoked', subjectKind: 'token' }))
    const { seqs, total, rows } = await found()
    expect({ seqs, total }).toEqual({ seqs: [7, 5, 1], total: 3 })
    expect(rows.map((row) => row.grouped)).toEqual([
      { count: 2, action: null, subjectKind: null },
      { count: 4, action: 'token.disabled', subjectKind: 'token' },
      null,
    ])
    expect(await found({ group: bulk })).toMatchObject({ seqs: [5, 4, 3, 2], total: 4 })
    expect((await found({ group: bulk })).rows[0]).toMatchObject({ group: bulk, grouped: null })
  })

  test('folds only what matches', async () => {
    const { activity, found } = await listed()
    for (const subjectId of ['a', 'b', 'c'])
      await activity.append(told({ subjectKind: 'token', subjectId, group: bulk }))
    const { rows, seqs } = await found({ subjectKind: 'token', subjectId: 'b' })
    expect(seqs).toEqual([2])
    expect(rows[0]?.grouped).toMatchObject({ count: 1 })
  })
})

async function allOf<T>(pieces: AsyncIterable<T>): Promise<T[]> {
  const all: T[] = []
  for await (const piece of pieces) all.push(piece)
  return all
}

test('all entries are handed out, in either direction and in any number at once', async () => {
  const { list } = await tenEntries()
  for (const limit of [1, 2, 3, 100])
    for (const direction of ['asc', 'desc'] as const) {
      const seqs = (await allOf(list.each({}, direction, limit))).flat()
      const upwards = direction === 'asc' ? seqs : seqs.toReversed()
      expect(upwards.map(({ seq }) => seq)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10])
    }
  const some = await allOf(list.each({ action: 'user.changed' }, 'asc', 2))
  expect(some.flat().map(({ seq }) => seq)).toEqual([3, 6, 9])
})

describe('a piece of a long log', () => {
  const db = () => {
    const folder = newFolder()
    openRegistry(folder).close()
    const opened = new Database(join(folder, 'registry.db'))
    onTestFinished(() => void opened.close())
    return opened
  }
  const planOf = (query: { compile(): { sql: string; parameters: readonly unknown[] } }) => {
    const { sql, parameters } = query.compile()
    return db()
      .prepare<unknown[], { detail: string }>(`explain query plan ${sql}`)
      .all(...parameters)
      .map(({ detail }) => detail)
  }
  const piece = { low: 1, high: 20_000 }

  test.each([
    ['nothing', {}, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    ['an action', { action: 'user.changed' }, 'activity_by_action (action=? AND seq>? AND seq<?)'],
    ['an actor', { actor: 1 }, 'activity_by_actor (actor_id=? AND seq>? AND seq<?)'],
    ['Keyward', { actor: 'keyward' }, 'activity_by_actor (actor_id=? AND seq>? AND seq<?)'],
    [
      'an object',
      { subjectKind: 'token', subjectId: 'a' },
      'activity_by_subject (subject_kind=? AND subject_id=? AND seq>? AND seq<?)',
    ],
    ['a kind', { subjectKind: 'token' }, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    ['a time', { from: 1, to: 2 }, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    ['words', { search: 'a' }, 'INTEGER PRIMARY KEY (rowid>? AND rowid<?)'],
    ['a group', { group: 'bulk:1' }, 'activity_by_group (group_id=? AND seq>? AND seq<?)'],
  ])('that is narrowed by %s is found without going through the whole', (_, given, index) => {
    const filter = ActivityFilter.parse(given)
    const [plan] = planOf(matchingIn(filter, piece).selectAll().orderBy('seq', 'desc'))
    expect(plan).toMatch(/^SEARCH activity USING /)
    expect(plan).toContain(index)
    for (const step of planOf(shownIn(filter, piece, 20_000).selectAll()))
      expect(step).not.toMatch(/^SCAN/)
  })

  test('that is narrowed by a user is found by both their numbers', () => {
    const plan = planOf(matchingIn({ userId: ada }, piece).selectAll()).join('\n')
    expect(plan).toContain('activity_by_actor (actor_id=? AND seq>? AND seq<?)')
    expect(plan).toContain('activity_by_user (concerns_user_id=? AND seq>? AND seq<?)')
  })
})
