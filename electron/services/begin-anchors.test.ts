import { readFileSync, rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { beginAnchors } from './begin-anchors'
import { openHouse } from './house.fixture'

async function openAnchored() {
  const house = await openHouse({ signedIn: true })
  await beginAnchors(house)
  const path = join(house.folder, 'activity-anchors.jsonl')
  const begin = () => beginAnchors(house)
  return { ...house, path, begin }
}

test('a profile begins to keep anchors once, and says so', async () => {
  const { begin, actions, lastEntry, activity } = await openAnchored()
  expect(lastEntry()).toMatchObject({ action: 'anchors.begun', actorName: 'Keyward' })
  await begin()
  expect(actions().filter((one) => String(one).startsWith('anchors'))).toEqual(['anchors.begun'])
  expect((await activity.verify()).anchors).toMatchObject({ count: 1, fault: null })
})

test('that the anchors are gone is on record once, and they are kept anew from there', async () => {
  const { begin, path, actions, lastEntry, activity } = await openAnchored()
  rmSync(path)
  await begin()
  await begin()
  expect(actions().slice(-2)).toEqual(['anchors.begun', 'anchors.not_as_left'])
  expect(lastEntry().after).toEqual({ found: 'missing', lastAnchor: null, lastEntry: 3 })
  expect((await activity.verify()).anchors).toMatchObject({ count: 1, last: { entry: 4 } })
})

test('anchors that know more than the log are on record, and show the cut for ever', async () => {
  const { begin, run, store, lastEntry, activity } = await openAnchored()
  run('delete from activity where seq = 3')
  await begin()
  expect(lastEntry()).toMatchObject({
    action: 'anchors.not_as_left',
    after: { found: 'ahead', lastAnchor: 3, lastEntry: 2 },
  })
  await store.activity.anchor()
  expect(await activity.verify()).toMatchObject({ brokenAt: 1, break: { kind: 'cut_off' } })
})

test('anchors of an older time are on record where entries waited longer than a crash explains', async () => {
  const { begin, path, pass, settings, store, lastEntry, actions } = await openAnchored()
  const older = readFileSync(path)
  const change = (theme: 'dark' | 'light') => settings.set({ theme, clipboardSeconds: 30 })
  await change('dark')
  pass(59)
  await change('light')
  await begin()
  expect(actions()).not.toContain('anchors.not_as_left')
  writeFileSync(path, older)
  pass(2)
  await change('dark')
  await begin()
  expect(lastEntry()).toMatchObject({
    action: 'anchors.not_as_left',
    after: { found: 'behind', lastAnchor: 3, lastEntry: 6 },
  })
  expect((await store.activity.anchorsFound()).last?.seq).toBe(7)
})
