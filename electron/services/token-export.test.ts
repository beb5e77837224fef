import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { beforeEach, describe, expect, it } from 'vitest'
import { Policy } from '../contract/policy'
import { day } from '../contract/time'
import { NewToken } from '../contract/token'
import { TokenListExport } from '../contract/token-export'
import { openHouse, refusalOf, type House } from './house.fixture'
import type { Report } from './report-html'

let house: House
let secrets: string[]
beforeEach(async () => {
  house = await openHouse({ signedIn: true })
  const policy = { longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }
  await house.policy.set(Policy.parse(policy))
  await house.createEntity('invoices')
  secrets = []
})

async function issue(name: string, over: object = {}) {
  const { token, secret } = await house.tokens.create(
    NewToken.parse({
      userId: (await house.userNamed('ada')).id,
      name,
      expiry: { kind: 'days', days: 30, zone: 'Europe/Prague' },
      grants: [{ entityId: 1, permissions: ['read', 'delete'] }],
      ...over,
    }),
  )
  secrets.push(secret)
  return token
}

const asked = (format: 'csv' | 'ics' | 'pdf', over: object = {}) =>
  TokenListExport.parse({
    ...{ format, filter: {}, order: {}, title: 'Next month', described: ['Expires soon'] },
    zone: 'Europe/Prague',
    ...over,
  })

function choose(name: string) {
  const path = join(house.folder, name)
  house.chosenFile.path = path
  return path
}

/** What a calendar program has after it put folded lines together again. */
const eventsIn = (path: string) =>
  readFileSync(path, 'utf8')
    .replaceAll('\r\n ', '')
    .split('BEGIN:VEVENT')
    .slice(1)
    .map((event) => event.split('\r\n'))

describe('a list of tokens as CSV', () => {
  it('has every page of what is filtered, in its order, with its facts', async () => {
    for (let at = 0; at < 120; at++) await issue(`Token ${String(at).padStart(3, '0')}`)
    const one = await issue('=HYPERLINK("x")', { system: 'SAP', contact: '+420 1' })
    house.use(one.id, house.now() - day)
    const path = choose('list.csv')
    const order = { sort: 'name', direction: 'desc' }
    const file = await house.tokenExports.exportList(asked('csv', { order }))
    expect(file).toEqual({ name: 'list.csv', rows: 121 })
    const rows = parse(readFileSync(path), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ name }) => name)).toEqual([
      ...Array.from({ length: 120 }, (_, at) => `Token ${String(119 - at).padStart(3, '0')}`),
      `'=HYPERLINK("x")`,
    ])
    expect(rows.at(-1)).toMatchObject({
      token_id: one.id,
      user: 'Ada Admin',
      status: 'active',
      expires_at: '2026-12-21T22:59:59.999Z',
      expires_local: '2026-12-21T23:59:59.999+01:00',
      zone: 'Europe/Prague',
      expiry_limited_by: 'token',
      last_used_at: new Date(house.now() - day).toISOString(),
      last_used_from: '10.0.0.7',
      system: 'SAP',
      contact: `'+420 1`,
      permissions: 'Invoices: Read, Delete',
    })
  })

  it('has the tokens of the filter and no others', async () => {
    await issue('Soon', { expiry: { kind: 'days', days: 3, zone: 'UTC' } })
    await issue('Later')
    const path = choose('list.csv')
    await house.tokenExports.exportList(asked('csv', { filter: { expiresWithinDays: 7 } }))
    const rows = parse(readFileSync(path), { columns: true }) as Record<string, string>[]
    expect(rows.map(({ name }) => name)).toEqual(['Soon'])
  })
})

describe('a list of tokens as a calendar', () => {
  it('has a day for each token that is still to expire, with the reminders of the policy', async () => {
    const soon = await issue('Soon', { expiry: { kind: 'days', days: 8, zone: 'Europe/Prague' } })
    await issue('Never', { expiry: { kind: 'never' } })
    const ended = await issue('Ended')
    house.run(`update token set expires_at = ${house.now() - 1} where token_id = '${ended.id}'`)
    const gone = await issue('Gone')
    await house.tokens.revoke({ id: gone.id })
    const path = choose('list.ics')
    const file = await house.tokenExports.exportList(asked('ics', { filter: { show: 'all' } }))
    expect(file).toEqual({ name: 'list.ics', rows: 1 })
    const [event, ...more] = eventsIn(path)
    expect(more).toEqual([])
    expect(event).toEqual(
      expect.arrayContaining([
        `UID:${soon.id}@tokens.keyward`,
        'SEQUENCE:1',
        'DTSTART;VALUE=DATE:20261129',
        'SUMMARY:Token Soon of Ada Admin expires',
      ]),
    )
    // 14 days and more are over; on the days that are left it is nine in the morning.
    expect(event!.filter((line) => line.startsWith('TRIGGER'))).toEqual([
      'TRIGGER;RELATED=START:-P6DT15H',
      'TRIGGER;RELATED=START:-PT15H',
      'TRIGGER;RELATED=START:PT9H',
    ])
  })

  it('is taken up anew by a calendar that has it: the same UID under a higher sequence', async () => {
    const token = await issue('ERP')
    const path = choose('list.ics')
    await house.tokenExports.exportList(asked('ics'))
    const [before] = eventsIn(path)
    await house.tokens.setEnabled({ id: token.id, version: 1, enabled: false })
    await house.tokenExports.exportList(asked('ics'))
    const [after] = eventsIn(path)
    const uid = `UID:${token.id}@tokens.keyward`
    expect([before, after].every((event) => event?.includes(uid))).toBe(true)
    expect(before).toContain('SEQUENCE:1')
    expect(after).toContain('SEQUENCE:2')
  })

  it('gives the day of whoever exports it', async () => {
    await issue('ERP', { expiry: { kind: 'date', date: '2027-01-31', zone: 'Pacific/Auckland' } })
    const path = choose('list.ics')
    await house.tokenExports.exportList(asked('ics', { zone: 'Pacific/Auckland' }))
    expect(eventsIn(path)[0]).toContain('DTSTART;VALUE=DATE:20270131')
    await house.tokenExports.exportList(asked('ics', { zone: 'America/Los_Angeles' }))
    expect(eventsIn(path)[0]).toContain('DTSTART;VALUE=DATE:20270131')
    house.run(`update token set expires_at = ${Date.UTC(2027, 0, 31, 3)}`)
    await house.tokenExports.exportList(asked('ics', { zone: 'America/Los_Angeles' }))
    expect(eventsIn(path)[0]).toContain('DTSTART;VALUE=DATE:20270130')
  })

  it('escapes what a name may hold', async () => {
    await issue('a;b,c\\d: "e"')
    const path = choose('list.ics')
    await house.tokenExports.exportList(asked('ics'))
    expect(eventsIn(path)[0]).toContain(
      String.raw`SUMMARY:Token a\;b\,c\\d: "e" of Ada Admin expires`,
    )
  })
})

describe('a list of tokens on paper', () => {
  it('says what is filtered, for whom and when, with totals and every row', async () => {
    for (let at = 0; at < 105; at++) await issue(`Token ${at}`)
    let report: Report | null = null
    house.printing(async (given) => {
      report = given
      return Buffer.from('%PDF')
    })
    const path = choose('list.pdf')
    expect(await house.tokenExports.exportList(asked('pdf'))).toEqual({
      name: 'list.pdf',
      rows: 105,
    })
    expect(readFileSync(path, 'utf8')).toBe('%PDF')
    expect(report).toMatchObject({
      title: 'Next month',
      footer: expect.stringContaining('Ada Admin'),
      facts: expect.arrayContaining([
        { label: 'Filter', value: 'Expires soon' },
        { label: 'Written for', value: 'Ada Admin' },
        { label: 'Written on', value: '21 November 2026 at 13:00:00 CET' },
        { label: 'Tokens', value: '105' },
        { label: 'By status', value: 'Active 105' },
      ]),
    })
    expect(report!.rows).toHaveLength(105)
    expect(report!.rows[0]).toContain('21 Dec 2026, 23:59')
  })
})

describe('an export of tokens', () => {
  it.each(['csv', 'ics', 'pdf'] as const)('as %s is on record, with its format', async (format) => {
    await issue('ERP')
    house.printing(async () => Buffer.from('%PDF'))
    choose(`list.${format}`)
    await house.tokenExports.exportList(asked(format))
    expect(house.lastEntry()).toMatchObject({
      action: 'list.exported',
      actorName: 'Ada Admin',
      subjectName: 'Next month',
      after: { file: `list.${format}`, format, rows: 1 },
    })
  })

  it.each(['csv', 'ics', 'pdf'] as const)('as %s never holds a secret', async (format) => {
    await issue('ERP', { keptIn: 'Vault, path erp/prod' })
    house.printing(async (report) => Buffer.from(JSON.stringify(report)))
    const path = choose(`list.${format}`)
    await house.tokenExports.exportList(asked(format))
    const text = readFileSync(path, 'utf8')
    expect(text).toContain('ERP')
    expect(secrets.filter((secret) => text.includes(secret.slice(16, 59)))).toEqual([])
  })

  it('does not begin where no file was chosen', async () => {
    house.chosenFile.path = null
    expect(await house.tokenExports.exportList(asked('csv'))).toBeNull()
    expect(house.actions()).not.toContain('list.exported')
  })

  it('can be cancelled: no file is left, and nothing is on record', async () => {
    await issue('ERP')
    const path = choose('list.pdf')
    let printing: () => void
    const isPrinting = new Promise<void>((now) => (printing = now))
    house.printing((_report, signal) => {
      printing()
      return new Promise((_done, failed) =>
        signal.addEventListener('abort', () => failed(new Error('stopped'))),
      )
    })
    const exporting = house.tokenExports.exportList(asked('pdf'))
    await isPrinting
    expect(house.tokenExports.progress()).toMatchObject({
      ...{ file: 'list.pdf', rows: 1, totalRows: 1, isPrinting: true },
    })
    expect(await refusalOf(house.tokenExports.exportList(asked('csv')))).toEqual({
      code: 'export_running',
    })
    await house.tokenExports.cancel()
    expect(await exporting).toBeNull()
    expect(existsSync(path)).toBe(false)
    expect(house.tokenExports.progress()).toBeNull()
    expect(house.actions()).not.toContain('list.exported')
  })

  it('that cannot be written says so, and the next one can begin', async () => {
    await issue('ERP')
    choose('no/such/folder/list.csv')
    expect(await refusalOf(house.tokenExports.exportList(asked('csv')))).toEqual({
      code: 'file_not_writable',
    })
    choose('list.csv')
    expect(await house.tokenExports.exportList(asked('csv'))).toMatchObject({ rows: 1 })
  })
})
