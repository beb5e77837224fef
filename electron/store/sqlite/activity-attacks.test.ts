import { readFileSync, rmSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, test } from 'vitest'
import { anchorFileName } from '../anchor-file'
import { newProfile, told } from './profile.fixture'

/** Five entries; anchors of the third and of the fifth. */
async function anchored() {
  const profile = newProfile()
  const { activity } = profile.registry
  const add = (from: number, to: number) =>
    Promise.all(
      Array.from({ length: to - from + 1 }, (_, i) =>
        activity.append(told({ subjectId: String(from + i), after: { number: from + i } })),
      ),
    )
  await activity.beginAnchors()
  await add(1, 3)
  await activity.anchor()
  await add(4, 5)
  await activity.anchor()
  const path = join(profile.folder, anchorFileName)
  return {
    ...profile,
    activity,
    add,
    path,
    lines: () => readFileSync(path, 'utf8').trimEnd().split('\n'),
    write: (lines: string[]) => writeFileSync(path, lines.map((one) => `${one}\n`).join('')),
  }
}

const columns = `at, actor_id, actor_name, action, subject_kind, subject_id, subject_name,
  concerns_user_id, search_key, before, after, mac, group_id`
const copy = (from: number, to: number) =>
  `insert into activity (seq, ${columns}) select ${to}, ${columns} from activity where seq = ${from}`
const shift = (from: number, by: number) => [
  `update activity set seq = seq + 1000 where seq >= ${from}`,
  `update activity set seq = seq - 1000 + ${by} where seq > 1000`,
]

describe('Verify chain says what was done', () => {
  test.each([
    ['an entry was changed', [`update activity set at = 7 where seq = 3`], 'changed', 3, null],
    [
      'the last entry was changed',
      [`update activity set at = 7 where seq = 5`],
      'changed',
      5,
      null,
    ],
    ['one entry was removed', ['delete from activity where seq = 3'], 'removed', 3, 1],
    ['two entries were removed', ['delete from activity where seq in (2, 3)'], 'removed', 2, 2],
    ['the first was removed', ['delete from activity where seq = 1'], 'removed', 1, 1],
    [
      'one was removed and the rest numbered anew',
      ['delete from activity where seq = 2', ...shift(3, -1)],
      'removed',
      2,
      1,
    ],
    ['one was inserted', [...shift(3, 1), copy(2, 3)], 'inserted', 3, null],
    ['one was inserted before the first', [copy(1, 0)], 'inserted', 0, null],
    ['one was added at the end', [copy(5, 6)], 'not_ours', 6, null],
    [
      'two stand in each other’s place',
      [
        'update activity set seq = 99 where seq = 3',
        'update activity set seq = 3 where seq = 4',
        'update activity set seq = 4 where seq = 99',
      ],
      'moved',
      3,
      null,
    ],
    ['the tail was cut off', ['delete from activity where seq > 2'], 'cut_off', 3, 3],
    ['all was cut off', ['delete from activity'], 'cut_off', 1, 5],
  ])('where %s', async (_, attack, kind, entry, missing) => {
    const { activity, rows } = await anchored()
    for (const step of attack) rows(step)
    expect((await activity.verify()).break).toMatchObject({ kind, entry, missing })
  })

  test('where the tail was cut off and the log grew again', async () => {
    const { activity, rows, add } = await anchored()
    rows('delete from activity where seq > 3')
    await add(104, 108)
    expect((await activity.verify()).break).toEqual({
      kind: 'cut_off',
      entry: 4,
      missing: null,
      knownFrom: 'anchor',
    })
  })

  test('and from when to when it looked, with which anchors, where nothing is wrong', async () => {
    const { activity } = await anchored()
    const { at } = told()
    expect(await activity.verify()).toEqual({
      checked: 5,
      first: { entry: 1, at },
      last: { entry: 5, at },
      brokenAt: null,
      break: null,
      anchors: { count: 2, last: { entry: 5, at }, fault: null, line: null },
      proof: null,
      notAsLeft: null,
    })
  })
})

describe('the file of anchors', () => {
  test('is kept for its owner alone, and holds an anchor once', async () => {
    const { activity, path, lines } = await anchored()
    await activity.anchor()
    expect(lines()).toHaveLength(2)
    if (process.platform !== 'win32') expect(statSync(path).mode & 0o777).toBe(0o600)
  })

  test('gets its anchor at the latest when the registry is closed', async () => {
    const { registry, add, lines } = await anchored()
    await add(6, 7)
    expect(lines()).toHaveLength(2)
    registry.close()
    expect(lines().map((line) => (JSON.parse(line) as { entry: number }).entry)).toEqual([3, 5, 7])
  })

  test('that is gone is told, and is not made anew by the way', async () => {
    const { registry, activity, rows, path, add } = await anchored()
    rmSync(path)
    rows('delete from activity where seq > 2')
    await add(3, 3)
    expect(await activity.verify()).toMatchObject({
      break: null,
      anchors: { count: 0, fault: 'missing' },
    })
    expect(await activity.anchorsFound()).toMatchObject({ isThere: false, last: null })
    registry.close()
    expect(() => statSync(path)).toThrow('ENOENT')
  })

  test('tells its lines that are not of Keyward’s, and those that are missing', async () => {
    const { activity, add, lines, write } = await anchored()
    await add(6, 6)
    await activity.anchor()
    const [first, second, third] = lines() as [string, string, string]
    write([first, second.replace('"entry":5', '"entry":9'), third])
    expect((await activity.verify()).anchors).toMatchObject({ fault: 'foreign', line: 2 })
    write([first, third])
    expect((await activity.verify()).anchors).toMatchObject({ fault: 'gap', line: 2, count: 2 })
    write([second, third])
    expect((await activity.verify()).anchors).toMatchObject({ fault: 'gap', line: 1 })
    write(['nonsense'])
    expect((await activity.verify()).anchors).toMatchObject({ fault: 'foreign', count: 0 })
    write([])
    expect((await activity.verify()).anchors).toMatchObject({ fault: 'missing', count: 0 })
  })

  test('goes on behind a line that a power failure cut short', async () => {
    const { activity, add, path, lines } = await anchored()
    writeFileSync(path, readFileSync(path, 'utf8').trimEnd().slice(0, -9))
    await add(6, 6)
    await activity.anchor()
    expect(lines()).toHaveLength(3)
    expect(await activity.verify()).toMatchObject({
      brokenAt: null,
      anchors: { count: 2, last: { entry: 6 }, fault: 'foreign', line: 2 },
    })
  })

  test('of an older time shows by the entries that wait for an anchor', async () => {
    const { activity, lines, write } = await anchored()
    write(lines().slice(0, 1))
    expect(await activity.anchorsFound()).toMatchObject({
      last: { seq: 3 },
      head: { seq: 5 },
      unanchoredSince: told().at,
    })
  })
})

test('a log and its anchors that are both of an older time show by an anchor from elsewhere alone', async () => {
  const { activity, rows, lines, write } = await anchored()
  const elsewhere = await activity.anchor()
  rows('delete from activity where seq > 3')
  write(lines().slice(0, 1))
  expect(await activity.verify()).toMatchObject({ break: null, anchors: { fault: null } })
  expect((await activity.verify([elsewhere!])).break).toEqual({
    kind: 'cut_off',
    entry: 4,
    missing: 2,
    knownFrom: 'proof',
  })
})
