import { beforeEach, describe, expect, it } from 'vitest'
import { InventoryAsked, TokenFilter } from '../contract/inventory'
import { day, hour } from '../contract/time'
import { NewToken, type Token } from '../contract/token'
import type { AttentionKind } from '../contract/attention'
import { openHouse, type House } from './house.fixture'

let house: House
let now: number
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  now = house.now()
})

async function issue(name: string, expiresAt?: number): Promise<Token> {
  const { token } = await house.tokens.create(
    NewToken.parse({
      userId: (await house.userNamed('ada')).id,
      name,
      expiry: { kind: 'days', days: 300, zone: 'UTC' },
      grants: [{ entityId: null, permissions: ['read', 'delete'] }],
    }),
  )
  if (expiresAt !== undefined)
    house.run(`update token set expires_at = ${expiresAt} where token_id = '${token.id}'`)
  return token
}

const refuse = (token: Token, reason: string, at: number) =>
  house.run(`insert into gw.refused_call
    (at, last_at, calls, source, token_id, method, entity, permission, reason, status)
    values (${at}, ${at}, 1, '10.0.0.7', '${token.id}', 'GET', 'orders', 'read', '${reason}', 401)`)

const refusedNow = (calls: number) =>
  house.run(`insert into gw.call_hour (hour, allowed, refused)
    values (${Math.floor(now / hour)}, 0, ${calls})`)

const observeSince = (since: number) =>
  house.run(`insert or replace into gw.observation (one, since) values (1, ${since})`)

const kinds = async () => (await house.attention.list()).map(({ kind }) => kind)
const item = async (kind: AttentionKind) =>
  (await house.attention.list()).find((one) => one.kind === kind)
const named = ({ id, name, userId }: Token) => ({ id, name, userId })

describe('what needs attention', () => {
  it('of a new profile is at most that its keys are in a file', async () => {
    expect(await house.attention.list()).toEqual([{ kind: 'keys_in_file' }])
  })

  it('stands in one order, the worst first', async () => {
    observeSince(now - 400 * day)
    refuse(await issue('Ended', now - day), 'expired', now - hour)
    await issue('Soon', now + 3 * day)
    const old = await issue('Old')
    house.run(`update token set created_at = ${now - 100 * day}
      where token_id = '${old.id}'`)
    const replaced = await issue('Replaced')
    const { id, version } = replaced
    await house.rotation.rotate({ id, version, overlap: { kind: 'at_once' } })
    refuse(replaced, 'secret_replaced', now - hour)
    refusedNow(80)
    const review = await house.reviews.start({
      name: 'Spring',
      filter: TokenFilter.parse({ search: 'Soon' }),
    })
    await house.reviews.decide({
      id: review.id,
      position: 0,
      decision: 'keep',
      grants: [],
      reason: '',
    })
    expect(await kinds()).toEqual([
      'expired_called',
      'replaced_called',
      'refused_spike',
      'expiring_7',
      'keys_in_file',
      'unused_delete',
      'review_ready',
      'backup_overdue',
    ])
  })

  it('names the token where it is one, and counts where there are more', async () => {
    const first = await issue('First', now + 3 * day)
    expect(await item('expiring_7')).toEqual({
      kind: 'expiring_7',
      count: 1,
      token: named(first),
      nextAt: now + 3 * day,
    })
    await issue('Second', now + 2 * day)
    await issue('Too late for now', now + 8 * day)
    expect(await item('expiring_7')).toEqual({
      kind: 'expiring_7',
      count: 2,
      token: null,
      nextAt: now + 2 * day,
    })
    const asked = InventoryAsked.parse({ expiresWithinDays: 7 })
    expect((await house.tokens.inventory(asked)).total).toBe(2)
  })

  it('says when expired tokens were called last, and forgets those that were revoked', async () => {
    const [one, other] = [await issue('One', now - day), await issue('Other', now - 2 * day)]
    refuse(one, 'expired', now - 5 * hour)
    refuse(other, 'expired', now - 2 * hour)
    expect(await item('expired_called')).toMatchObject({
      count: 2,
      token: null,
      lastCallAt: now - 2 * hour,
    })
    await house.tokens.revoke({ id: other.id })
    expect(await item('expired_called')).toMatchObject({
      count: 1,
      token: named(one),
      lastCallAt: now - 5 * hour,
    })
  })

  it('finds a rotation ready once its old secret is quiet and the new one is used', async () => {
    const token = await issue('Rotating')
    await house.rotation.rotate({
      id: token.id,
      version: token.version,
      overlap: { kind: 'hours', hours: 168 },
    })
    house.pass(2 * 86_400)
    expect(await kinds()).not.toContain('rotation_ready')
    house.run(`insert into gw.token_secret_usage
      (token_id, secret_number, calls, last_used_at, last_used_from)
      values ('${token.id}', 2, 7, ${house.now()}, '10.0.0.7')`)
    expect(await item('rotation_ready')).toEqual({
      kind: 'rotation_ready',
      count: 1,
      token: named(token),
    })
    house.run(`insert into gw.token_secret_usage
      (token_id, secret_number, calls, last_used_at, last_used_from)
      values ('${token.id}', 1, 1, ${house.now() - hour}, '10.0.0.7')`)
    expect(await kinds()).not.toContain('rotation_ready')
  })

  it('has a decided review for administrators, who may apply it, and not for auditors', async () => {
    await issue('Looked at')
    await issue('Looked at too')
    const { id } = await house.reviews.start({ name: 'Spring', filter: TokenFilter.parse({}) })
    const keep = (position: number) =>
      house.reviews.decide({ id, position, decision: 'keep', grants: [], reason: '' })
    await keep(0)
    expect(await kinds()).not.toContain('review_ready')
    await keep(1)
    expect(await item('review_ready')).toEqual({
      kind: 'review_ready',
      count: 1,
      review: { id, name: 'Spring' },
    })
    house.run(`update user set role = 'auditor'`)
    expect(await kinds()).not.toContain('review_ready')
  })
})

describe('an overdue backup', () => {
  it('is one that nobody made since the first token, for as long as was chosen', async () => {
    await issue('First')
    house.pass(30 * 86_400)
    expect(await kinds()).not.toContain('backup_overdue')
    house.pass(1)
    expect(await item('backup_overdue')).toEqual({ kind: 'backup_overdue', lastAt: null })
    const { lastAt } = await house.backup.note()
    expect(lastAt).toBe(house.now())
    expect(await kinds()).not.toContain('backup_overdue')

    await house.backup.setReminder({ remindAfterDays: 7 })
    house.pass(7 * 86_400 + 1)
    expect(await item('backup_overdue')).toEqual({ kind: 'backup_overdue', lastAt })
    await house.backup.setReminder({ remindAfterDays: null })
    expect(await kinds()).not.toContain('backup_overdue')
  })

  it('is noted with an entry in the log, and kept', async () => {
    expect(await house.backup.get()).toEqual({ lastAt: null, remindAfterDays: 30 })
    await house.backup.note()
    const at = new Date(house.now()).toISOString()
    expect(house.lastEntry()).toMatchObject({
      action: 'backup.noted',
      actorName: 'Ada Admin',
      before: { lastBackupAt: null },
      after: { lastBackupAt: at },
    })
    await house.backup.setReminder({ remindAfterDays: 90 })
    expect(house.lastEntry()).toMatchObject({
      action: 'settings.changed',
      before: { backupReminderDays: 30 },
      after: { backupReminderDays: 90 },
    })
    const [row] = house.rows(`select value from setting where key = 'backup'`)
    expect(JSON.parse(String(row?.value))).toEqual({ lastAt: house.now(), remindAfterDays: 90 })
    expect(house.announced()).toContain('settings')
    house.run(`update setting set value = '{"lastAt":"yesterday"}' where key = 'backup'`)
    expect(await house.backup.get()).toEqual({ lastAt: null, remindAfterDays: 30 })
  })
})

describe('calls by day', () => {
  it('are summed by the days of whoever looks, and days without a call are there', async () => {
    const midnight = Date.UTC(2026, 10, 20, 23)
    const days = [midnight - 2 * day, midnight - day, midnight, midnight + day]
    const count = (at: number, allowed: number, refused: number) =>
      house.run(`insert into gw.call_hour (hour, allowed, refused)
        values (${at / hour}, ${allowed}, ${refused})`)
    count(midnight - 2 * day - hour, 1_000, 1_000)
    count(midnight - day - hour, 5, 1)
    count(midnight, 7, 2)
    count(midnight + 5 * hour, 30, 0)
    count(midnight + day, 1_000, 1_000)
    expect(await house.calls.byDay({ days })).toEqual([
      { from: days[0], before: days[1], allowed: 5, refused: 1 },
      { from: days[1], before: days[2], allowed: 0, refused: 0 },
      { from: days[2], before: days[3], allowed: 37, refused: 2 },
    ])
  })
})
