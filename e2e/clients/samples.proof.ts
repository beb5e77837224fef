import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { promisify } from 'node:util'
import { expect, onTestFinished, test } from 'vitest'
import { Language, Parser } from 'web-tree-sitter'
import { NewEntity } from '../../electron/contract/entity'
import type { Permission } from '../../electron/contract/permission'
import { NewToken } from '../../electron/contract/token'
import { recordIdToFillIn, type SampleCall } from '../../electron/contract/sample'
import { sampleOf, startedWith, type SampleKind } from '../../renderer/features/tokens/samples'
import { openWorld } from './world'

const run = promisify(execFile)

/** A company whose entities ask for all that an entity can ask for, quotes and accents included. */
async function openCompany() {
  const world = await openWorld()
  const { house } = world
  const rules = { idempotencyKey: 'required', ifMatch: 'required' } as const
  const customers = await house.createEntity('customers')
  const customer = await house.records.create({ entityId: customers.id, data: { number: 'C-1' } })
  if (customer.outcome !== 'saved') throw new Error('no customer')
  const invoices = await house.entities.create(
    NewEntity.parse({
      name: 'invoices',
      title: 'Invoices',
      ...rules,
      fields: [
        {
          name: 'number',
          title: 'Number',
          type: 'string',
          required: true,
          unique: true,
          minLength: 6,
        },
        {
          name: 'customer',
          title: 'Customer',
          type: 'ref',
          required: true,
          entityId: customers.id,
        },
        { name: 'issued_on', title: 'Issued on', type: 'date', required: true, min: '2030-01-01' },
        { name: 'total', title: 'Total', type: 'decimal', required: true, scale: 2, min: '100' },
        {
          name: 'kind',
          title: 'Kind',
          type: 'enum',
          required: true,
          values: [`It's "žluťoučký" $HOME \\n 🔑`],
        },
        { name: 'paid', title: 'Paid', type: 'boolean', required: true },
        { name: 'note', title: 'Note', type: 'text', required: false },
      ],
    }),
  )
  const user = await house.users.create({
    kind: 'service_account',
    username: 'erp',
    displayName: 'ERP',
    signIn: null,
  })
  return { ...world, invoices, user, customerId: customer.record.id }
}

type Company = Awaited<ReturnType<typeof openCompany>>

let issued = 0

/** A new token, with the sample call that the window shows for it. */
async function issue({ house, user, invoices, baseUrl }: Company, ...permissions: Permission[]) {
  const { secret, token } = await house.tokens.create(
    NewToken.parse({
      userId: user.id,
      name: `Token ${(issued += 1)}`,
      expiry: { kind: 'days', days: 30, zone: 'UTC' },
      grants: [{ entityId: invoices.id, permissions }],
    }),
  )
  const [call] = await house.sampleCalls(token.id)
  return {
    token,
    call: call!,
    sample: (kind: SampleKind) => sampleOf(kind, { secret, baseUrl, call: call! }),
  }
}

type Issued = Awaited<ReturnType<typeof issue>>

/** The languages whose samples are run, each as its hint in the window says. */
const languages = {
  curl: async (text: string) => {
    const { stdout } = await run('bash', ['-c', text], { env: bare() })
    const [head = '', body = ''] = stdout.split('\r\n\r\n')
    return { status: Number(head.split(' ')[1]), body }
  },
  python: async (text: string, env: string) => {
    const folder = folderWith({ '.env': env, 'call.py': text })
    // Isolated and without site packages: what runs is the standard library and nothing else.
    const command = startedWith.python!.replace('python3', 'python3 -I -S')
    return printed(await run('sh', ['-c', command], { cwd: folder, env: bare() }))
  },
  javascript: async (text: string, env: string) => {
    const folder = folderWith({ '.env': env, 'call.mjs': text })
    // The Node that Keyward's own tools run on, and not the first one of the PATH.
    const command = startedWith.javascript!.replace('node', `'${process.execPath}'`)
    return printed(await run('sh', ['-c', command], { cwd: folder, env: bare() }))
  },
} satisfies Partial<Record<SampleKind, (text: string, env: string) => Promise<Answer>>>

type Answer = { status: number; body: string }

const runSample = (
  kind: keyof typeof languages,
  { sample }: Issued,
  edit = (text: string) => text,
) => languages[kind](edit(sample(kind)), sample('env'))

/** Nothing of the one who runs the proof, no token and no proxy; the system's own programs first. */
const bare = () => ({ PATH: `/usr/bin:/bin:${process.env['PATH'] ?? ''}`, LANG: 'C.UTF-8' })

const printed = ({ stdout }: { stdout: string }): Answer => {
  const [, status = '', body = ''] = /^(\d{3}) ?([^]*)$/.exec(stdout.trimEnd()) ?? []
  return { status: Number(status), body }
}

function folderWith(files: Record<string, string>) {
  const folder = mkdtempSync(join(tmpdir(), 'keyward-samples-'))
  onTestFinished(() => rmSync(folder, { recursive: true }))
  for (const [name, text] of Object.entries(files)) writeFileSync(join(folder, name), text)
  return folder
}

const recordsIn = ({ house, invoices }: Company) =>
  house
    .rows(
      `select id, data, created_by as by from gw.record where entity_id = ${invoices.id} order by id`,
    )
    .map(({ id, data, by }) => ({
      id: id as string,
      data: JSON.parse(data as string) as object,
      by,
    }))

const ran = 'curl in bash, Python’s standard library and Node with the .env sample'

test(`${ran} create the record that the sample of a write token shows`, async () => {
  const company = await openCompany()
  for (const kind of ['curl', 'python', 'javascript'] as const) {
    const before = recordsIn(company).length
    const token = await issue(company, 'write')
    expect(token.call.does).toBe('write')
    const { status, body } = await runSample(kind, token)
    expect([kind, status]).toEqual([kind, 201])
    const rows = recordsIn(company)
    expect(rows).toHaveLength(before + 1)
    const { record } = token.call as Extract<SampleCall, { does: 'write' }>
    expect(record['customer']).toBe(company.customerId)
    expect(rows.find(({ id }) => id === (JSON.parse(body) as { id: string }).id)).toMatchObject({
      data: record,
      by: 'ERP',
    })
  }
})

test(`${ran} list the records that a read token may see`, async () => {
  const company = await openCompany()
  await runSample('curl', await issue(company, 'write'))
  const token = await issue(company, 'read', 'write', 'delete')
  expect(token.call.does).toBe('read')
  for (const kind of ['curl', 'python', 'javascript'] as const) {
    const { status, body } = await runSample(kind, token)
    expect([kind, status]).toEqual([kind, 200])
    const { items } = JSON.parse(body) as { items: { id: string; data: object }[] }
    expect(items.map(({ id, data }) => ({ id, data }))).toEqual(
      recordsIn(company).map(({ id, data }) => ({ id, data })),
    )
    expect(items).toHaveLength(1)
  }
})

test(`${ran} delete the record whose id is filled in, and nothing as they stand`, async () => {
  const company = await openCompany()
  const token = await issue(company, 'delete')
  expect(token.call.does).toBe('delete')
  for (const kind of ['curl', 'python', 'javascript'] as const) {
    await runSample('curl', await issue(company, 'write'))
    const [record] = recordsIn(company)
    const untouched = await runSample(kind, token).catch((error: Error) => error.message)
    expect(JSON.stringify(untouched)).toMatch(/404/)
    expect(recordsIn(company)).toEqual([record])
    const fill = (text: string) => text.replace(recordIdToFillIn, record!.id)
    expect([kind, (await runSample(kind, token, fill)).status]).toEqual([kind, 204])
    expect(recordsIn(company)).toEqual([])
  }
})

test('curl asks with the .env sample, sourced by sh, what a token without any entity is', async () => {
  const company = await openCompany()
  const token = await issue(company)
  expect(token.call.does).toBe('identity')
  const folder = folderWith({ '.env': token.sample('env') })
  const command =
    'set -a; . ./.env; set +a; curl -sS -H "Authorization: Bearer $KEYWARD_TOKEN" "$KEYWARD_URL/v1/token"'
  const { stdout } = await run('sh', ['-c', command], { cwd: folder, env: bare() })
  expect(JSON.parse(stdout)).toMatchObject({ token_id: token.token.id, permissions: {} })
  for (const kind of ['curl', 'python', 'javascript'] as const) {
    const { status, body } = await runSample(kind, token)
    expect([kind, status]).toEqual([kind, 200])
    expect(JSON.parse(body)).toMatchObject({ token_id: token.token.id })
  }
})

test('the header sample is what curl reads from a file', async () => {
  const company = await openCompany()
  const token = await issue(company, 'read')
  const folder = folderWith({ header: token.sample('header') })
  const { stdout } = await run('curl', ['-sS', '-H', '@header', `${company.baseUrl}/v1/token`], {
    cwd: folder,
    env: bare(),
  })
  expect(JSON.parse(stdout)).toMatchObject({ permissions: { invoices: ['read'] } })
})

test('the PowerShell samples are well-formed by a grammar of PowerShell: parsed, not run', async () => {
  const company = await openCompany()
  const parser = await powershellParser()
  const callOf = (text: string) => {
    const tree = parser.parse(text)!
    const texts = (type: string) =>
      tree.rootNode.descendantsOfType(type).map((node) => node?.text ?? '')
    return {
      isWellFormed: !tree.rootNode.hasError,
      commands: texts('command_name'),
      parameters: texts('command_parameter'),
      keys: texts('key_expression').map((one) => one.replaceAll("'", '')),
      texts: texts('verbatim_string_characters'),
    }
  }
  const common = ['-Method', '-Uri', '-Headers']
  for (const [permission, method, parameters, keys] of [
    ['read', 'GET', common, []],
    ['write', 'POST', [...common, '-ContentType', '-Body'], ['Idempotency-Key']],
    ['delete', 'DELETE', common, ['If-Match']],
  ] as const) {
    const { call, sample } = await issue(company, permission)
    const text = sample('powershell')
    const parsed = callOf(text)
    expect(parsed).toMatchObject({
      isWellFormed: true,
      commands: ['Invoke-RestMethod'],
      parameters,
      keys: ['Authorization', ...keys],
    })
    expect(text).toContain(`-Method ${method} `)
    // The one text that could end too early, read as the grammar read it.
    const body = parsed.texts.find((one) => one.startsWith("'{"))
    if (call.does === 'write') expect(JSON.parse(body!.slice(1, -1))).toEqual(call.record)
    expect(callOf(text.replace('\n}', '\n')).isWellFormed).toBe(false)
  }
})

async function powershellParser() {
  await Parser.init()
  const wasm = createRequire(import.meta.url).resolve('tree-sitter-powershell/package.json')
  const parser = new Parser()
  return parser.setLanguage(await Language.load(join(dirname(wasm), 'tree-sitter-powershell.wasm')))
}
