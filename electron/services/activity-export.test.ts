import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { ActivityFilter } from '../contract/activity'
import { openHouse, refusalOf, type House } from './house.fixture'
import { verifyActivityFile } from './verify-activity-file'

let house: House
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  await house.users.create({
    kind: 'service_account',
    username: 'web-shop',
    displayName: '=cmd()',
    signIn: null,
  })
  await house.settings.set({ theme: 'dark', clipboardSeconds: 60 })
})

const filter = (over: object = {}) => ActivityFilter.parse(over)

async function exported(format: 'csv' | 'jsonl', over: object = {}, name = `out.${format}`) {
  house.chosenFile.path = join(house.folder, name)
  expect(await house.activity.export({ filter: filter(over), format })).toBe(true)
  return ended()
}

async function ended() {
  await vi.waitUntil(() => house.activity.exportState()?.state !== 'running')
  return house.activity.exportState()!
}

const written = (name: string) => readFileSync(join(house.folder, name), 'utf8')
type Line = { entry: number; action: string; after: unknown; prev: string }
const linesOf = (name: string) =>
  written(name)
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line) as Line)

describe('the activity as JSON Lines', () => {
  it('is verified on another machine by the file and its proof alone', async () => {
    const rows = house.actions().length
    expect(await exported('jsonl')).toEqual({
      state: 'done',
      file: 'out.jsonl',
      proof: 'out.proof.json',
      rows,
      totalRows: rows,
      failure: null,
    })
    const path = join(house.folder, 'out.jsonl')
    const { fingerprint } = house.activity.signingKey()
    expect(await verifyActivityFile({ path, expectedFingerprint: fingerprint })).toEqual({
      is: 'unbroken',
      entries: rows,
      firstEntry: 1,
      lastEntry: rows,
      signedBy: fingerprint,
      signedAt: new Date(house.now()).toISOString(),
    })
    expect(linesOf('out.jsonl').map(({ action }) => action)).toEqual(house.actions().slice(0, rows))
  })

  it('has exactly what is filtered, and says that it is not all', async () => {
    await exported('jsonl', { action: 'user.created' })
    expect(linesOf('out.jsonl')).toMatchObject([{ action: 'user.created', object: '=cmd()' }])
    const proof = JSON.parse(written('out.proof.json')) as { facts: object }
    expect(proof.facts).toMatchObject({ entries: 1, filtered: true })
  })

  it('is on record with what was filtered, the rows and the hash of the file', async () => {
    await exported('jsonl', { action: 'user.created', from: Date.UTC(2026, 0, 1) })
    expect(house.lastEntry()).toMatchObject({
      action: 'list.exported',
      actorName: 'Ada Admin',
      subjectName: 'Activity',
      after: {
        file: 'out.jsonl',
        rows: 1,
        proofFile: 'out.proof.json',
        sha256: expect.stringMatching(/^[0-9a-f]{64}$/),
        filter: ['action: user.created', 'from: 2026-01-01T00:00:00.000Z'],
      },
    })
    expect(house.announced()).toContain('activity')
  })

  it('replaces the proof of an older export, and no other file', async () => {
    await exported('jsonl')
    expect((await exported('jsonl')).state).toBe('done')
    writeFileSync(join(house.folder, 'notes.proof.json'), '{"mine": true}')
    expect(await exported('jsonl', {}, 'notes.jsonl')).toMatchObject({
      state: 'stopped',
      failure: 'proof_in_the_way',
    })
    expect(written('notes.proof.json')).toBe('{"mine": true}')
    expect(existsSync(join(house.folder, 'notes.jsonl'))).toBe(false)
  })
})

describe('the activity as CSV', () => {
  it('has exactly what is filtered, newest first, and no formula in it', async () => {
    expect(await exported('csv', { actor: 1 })).toMatchObject({ state: 'done', proof: null })
    const [head, ...rows] = written('out.csv').trimEnd().split('\r\n')
    expect(head).toBe(
      'entry,at,actor_id,actor,action,object_kind,object_id,object,before,after,group',
    )
    expect(rows.map((row) => row.split(',')[4])).toEqual([
      'settings.changed',
      'user.created',
      'session.signed_in',
      'administrator.created',
    ])
    expect(rows[1]).toContain(",'=cmd(),")
  })
})

describe('an export of the activity', () => {
  it('does not begin where no file was chosen', async () => {
    house.chosenFile.path = null
    expect(await house.activity.export({ filter: filter(), format: 'csv' })).toBe(false)
    expect(house.activity.exportState()).toBeNull()
    expect(house.actions()).not.toContain('list.exported')
  })

  it('is cancelled without leaving a file, and is not on record', async () => {
    house.chosenFile.path = join(house.folder, 'out.jsonl')
    await house.activity.export({ filter: filter(), format: 'jsonl' })
    expect(await refusalOf(house.activity.export({ filter: filter(), format: 'csv' }))).toEqual({
      code: 'activity_export_running',
    })
    await house.activity.cancelExport()
    expect(house.activity.exportState()).toMatchObject({ state: 'cancelled' })
    expect(readdirSync(house.folder).filter((name) => name.startsWith('out'))).toEqual([])
    expect(house.actions()).not.toContain('list.exported')
    await house.activity.cancelExport()
    expect(house.activity.exportState()).toBeNull()
  })

  it('is never written over a file of Keyward’s own', async () => {
    house.chosenFile.path = join(house.folder, 'Activity-Anchors.jsonl')
    expect(await refusalOf(house.activity.export({ filter: filter(), format: 'jsonl' }))).toEqual({
      code: 'file_of_keyward',
    })
  })

  it('that cannot be written says so', async () => {
    expect(await exported('csv', {}, 'no-folder/out.csv')).toMatchObject({
      state: 'stopped',
      failure: 'file_not_writable',
    })
    expect(house.reported).toEqual([])
  })
})

describe('a proof that was exported once', () => {
  const compare = (name = 'out.proof.json') => {
    house.chosenFile.path = join(house.folder, name)
    return house.activity.verifyWithProof()
  }

  it('is an anchor: it shows a tail that was cut off, whatever else was set back', async () => {
    await exported('jsonl')
    const entry = house.actions().length - 1
    expect(await compare()).toMatchObject({ break: null, proof: { entry, at: house.now() } })
    house.run(`delete from activity where seq >= ${entry}`)
    expect(await house.activity.verify()).toMatchObject({ break: null, proof: null })
    expect((await compare())?.break).toEqual({
      kind: 'cut_off',
      entry,
      missing: 1,
      knownFrom: 'proof',
    })
  })

  it('is not compared where it was changed, is another’s, or is none', async () => {
    await exported('jsonl')
    const proof = JSON.parse(written('out.proof.json')) as { facts: object }
    const write = (content: string) => writeFileSync(join(house.folder, 'other.json'), content)
    write(JSON.stringify({ ...proof, facts: { ...proof.facts, newestEntry: 1 } }))
    expect(await refusalOf(compare('other.json'))).toEqual({ code: 'proof_changed' })
    write('nonsense')
    expect(await refusalOf(compare('other.json'))).toEqual({ code: 'proof_unreadable' })
    expect(await refusalOf(compare('not-there.json'))).toEqual({ code: 'proof_unreadable' })
    house.chosenFile.path = null
    expect(await house.activity.verifyWithProof()).toBeNull()
  })
})
