import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import type { UserImport } from '../contract/user-import'
import { openHouse, refusalOf, type House } from './house.fixture'

const header = 'username,display_name,kind,status\n'

async function settled(house: House): Promise<UserImport> {
  for (;;) {
    const current = (await house.userImports.current())!
    if (current.state !== 'checking' && current.state !== 'importing') return current
    await new Promise((next) => setImmediate(next))
  }
}

async function houseWithFile(content: string) {
  const house = await openHouse({ signedIn: true })
  house.chosenFile.path = join(house.folder, 'people.csv')
  writeFileSync(house.chosenFile.path, content)
  return house
}

async function checked(house: House) {
  await house.userImports.choose()
  return settled(house)
}

async function imported(house: House) {
  const { id } = await checked(house)
  await house.userImports.start(id)
  return settled(house)
}

const users = (house: House) =>
  house.rows(
    'select username, display_name, kind, status, role, password_hash from user where id > 1 order by id',
  )

const made = (count: number, wrong: Record<number, string> = {}) =>
  header +
  Array.from({ length: count }, (_, at) => wrong[at] ?? `u${at},Person ${at},person,active`).join(
    '\n',
  )

test('a sound file is checked with nothing written, and then every user is there with its entry', async () => {
  const house = await houseWithFile(
    `${header}sap,SAP Finance,service_account,\nAnna.B,Anna Böhm,Person,disabled\n`,
  )
  const check = await checked(house)
  expect(check).toMatchObject({ state: 'checked', file: 'people.csv', rows: 2, faults: [] })
  expect(users(house)).toEqual([])
  expect(house.lastEntry().action).toBe('session.signed_in')

  await house.userImports.start(check.id)
  expect(await settled(house)).toMatchObject({ state: 'done', rows: 2 })
  const none = { role: null, password_hash: null }
  expect(users(house)).toEqual([
    {
      username: 'sap',
      display_name: 'SAP Finance',
      kind: 'service_account',
      status: 'active',
      ...none,
    },
    { username: 'Anna.B', display_name: 'Anna Böhm', kind: 'person', status: 'disabled', ...none },
  ])
  expect(
    house.rows('select user_id, entity_id, permissions from user_access where user_id > 1'),
  ).toEqual([
    { user_id: 2, entity_id: 0, permissions: 7 },
    { user_id: 3, entity_id: 0, permissions: 7 },
  ])
  expect(house.actions().slice(-3)).toEqual(['user.created', 'user.created', 'users.imported'])
  expect(house.lastEntry()).toMatchObject({
    actorName: 'Ada Admin',
    after: { file: 'people.csv', users: 2 },
  })
  const { rows } = await house.activity.list({ page: 0, pageSize: 10, userId: 3 as never })
  expect(rows).toMatchObject([{ action: 'user.created', after: { importedFrom: 'people.csv' } }])
  expect(await house.activity.verify()).toMatchObject({ brokenAt: null })
  expect(house.announced()).toContain('users')
})

test('each row that does not fit is named with its line, its column and a sentence, and nothing is written', async () => {
  const house = await houseWithFile(
    `${header}ADA,Somebody,person,\nx,First,person,\nX,Second,person,\n,No name,person,\n-y,Dash,person,\nz,,robot,gone\nshort,row\nfine,Fine,person,\n`,
  )
  const check = await checked(house)
  expect(check).toMatchObject({ state: 'checked', rows: 8, refused: 6 })
  expect(check.faults.map(({ line, pointer, code }) => [line, pointer, code])).toEqual([
    [2, 'username', 'username_taken'],
    [4, 'username', 'repeated_in_file'],
    [5, 'username', 'empty'],
    [6, 'username', 'username_characters'],
    [7, 'display_name', 'empty'],
    [7, 'kind', 'kind'],
    [7, 'status', 'status'],
    [8, '', 'cell_count'],
  ])
  expect(check.faults[1]?.detail).toContain('line 3')
  expect(await refusalOf(house.userImports.start(check.id))).toEqual({
    code: 'import_check_needed',
  })
  expect(users(house)).toEqual([])
})

test('fifty thousand users with three wrong rows are refused with all three, and none is written', async () => {
  const house = await houseWithFile(
    made(50_000, { 17: 'ada,Twice,person,', 30_000: 'u3,Again,person,', 49_999: 'last,,person,' }),
  )
  const check = await checked(house)
  expect(check).toMatchObject({ rows: 50_000, refused: 3 })
  expect(check.faults.map(({ line }) => line)).toEqual([19, 30_002, 50_001])
  expect(users(house)).toEqual([])
})

test('an import that is cancelled while it writes takes everything back', async () => {
  const house = await houseWithFile(made(3_000))
  const { id } = await checked(house)
  house.whileUsersComeIn((part, cancel) => {
    if (part > 0.7) cancel()
  })
  await house.userImports.start(id)
  expect(await settled(house)).toMatchObject({ state: 'cancelled' })
  expect(users(house)).toEqual([])
  expect(house.lastEntry().action).toBe('session.signed_in')
})

test('a file that was changed since it was checked creates nobody', async () => {
  const house = await houseWithFile(made(3))
  const { id } = await checked(house)
  writeFileSync(house.chosenFile.path!, made(4))
  await house.userImports.start(id)
  expect(await settled(house)).toMatchObject({
    state: 'stopped',
    failure: { code: 'user_file_changed' },
  })
  expect(users(house)).toEqual([])
})

test('a user that was created since the check is told as a fault, and all rows wait', async () => {
  const house = await houseWithFile(made(3))
  const { id } = await checked(house)
  await house.users.create({ kind: 'person', username: 'U2', displayName: 'Quick', signIn: null })
  await house.userImports.start(id)
  expect(await settled(house)).toMatchObject({
    state: 'stopped',
    failure: { code: 'user_rows_refused' },
    faults: [{ line: 4, code: 'username_taken' }],
  })
  expect(users(house)).toMatchObject([{ username: 'U2' }])
})

test('what is no list of users is refused with what is wrong with its columns', async () => {
  const house = await houseWithFile('Username;Name;kind;kind;Role\na;b;person;person;auditor\n')
  expect(await checked(house)).toMatchObject({
    state: 'checked',
    rows: 0,
    ignored: ['Role'],
    faults: [
      { line: 1, pointer: 'Name', code: 'unknown_column' },
      { line: 1, pointer: 'kind', code: 'repeated_column' },
      { line: 1, pointer: 'display_name', code: 'missing_column' },
    ],
  })
  for (const [content, code] of [
    ['', 'import_empty'],
    [header, 'import_empty'],
    [Buffer.from('\u{FEFF}username', 'utf16le'), 'import_utf16'],
  ] as const) {
    writeFileSync(house.chosenFile.path!, content)
    expect(await checked(house)).toMatchObject({ state: 'stopped', failure: { code } })
  }
})

test('users go out to a file and come in from it as they were, formulas and all', async () => {
  const names = [
    '=SUM(1+1)',
    '+49 30 1',
    '-dash',
    '@home',
    "'quoted",
    "'=both",
    'plain "x", y',
    'ＯＫ',
  ]
  const house = await houseWithFile('')
  for (const [at, displayName] of names.entries())
    await house.users.create({ kind: 'person', username: `p${at}`, displayName, signIn: null })
  const out = join(house.folder, 'out.csv')
  house.chosenFile.path = out
  const asked = { sort: 'username', direction: 'asc', search: 'p', kind: 'person' } as const
  const written = await house.accountExports.users(asked)
  expect(written).toEqual({ name: 'out.csv', rows: names.length })
  const text = readFileSync(out, 'utf8')
  expect(text).toContain("'=SUM(1+1)")
  expect(text).not.toMatch(/(?:^|,)"?[=+\-@]/m)
  expect(house.lastEntry()).toMatchObject({ action: 'list.exported', after: { rows: 8 } })

  const other = await openHouse({ signedIn: true })
  other.chosenFile.path = out
  expect(await imported(other)).toMatchObject({ state: 'done', rows: names.length })
  expect(users(other).map(({ display_name: name }) => name)).toEqual(names)
})

test('an export of users holds exactly what is filtered, over as many pages as it takes', async () => {
  const house = await houseWithFile(made(1_200))
  await imported(house)
  house.chosenFile.path = join(house.folder, 'out.csv')
  const asked = { sort: 'createdAt', direction: 'asc', status: 'active' } as const
  expect(await house.accountExports.users({ ...asked, search: 'person' })).toMatchObject({
    rows: 1_200,
  })
  expect(await house.accountExports.users({ ...asked, search: 'person 77' })).toMatchObject({
    rows: 11,
  })
  expect(await house.accountExports.users({ ...asked, kind: 'service_account' })).toMatchObject({
    rows: 0,
  })
})

test('the tokens of a user go out to a file with everything but what they could be used by', async () => {
  const house = await openHouse({ signedIn: true })
  const user = await house.users.create({
    kind: 'person',
    username: 'p',
    displayName: '=P',
    signIn: null,
  })
  const issued = await house.tokens.create({
    userId: user.id,
    name: '=HYPERLINK("x")',
    note: '@sap',
    system: 'SAP',
    contact: '+49',
    keptIn: '',
    expiry: { kind: 'days', days: 30, zone: 'UTC' },
    grants: [{ entityId: null, permissions: ['read'] }],
    enabled: true,
    start: null,
    networks: ['10.0.0.0/8'],
    callsPerMinute: null,
  })
  house.chosenFile.path = join(house.folder, 'out.csv')
  const asked = { userId: user.id, show: 'current', sort: 'name', direction: 'asc' } as const
  expect(await house.accountExports.tokens(asked)).toMatchObject({ rows: 1 })
  const text = readFileSync(house.chosenFile.path, 'utf8')
  expect(text).toContain(issued.token.id)
  expect(text).toContain('All entities: Read')
  expect(text).toContain(`"'=HYPERLINK(""x"")"`)
  expect(text).not.toContain(issued.secret.slice(17))
  expect(house.lastEntry()).toMatchObject({ action: 'list.exported', subjectName: 'Tokens of =P' })
  expect(await house.accountExports.tokens({ ...asked, show: 'revoked' })).toMatchObject({
    rows: 0,
  })
})
