import { execFile } from 'node:child_process'
import { mkdirSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { expect, test } from 'vitest'
import { openDescribedWorld, programOf, quiet, runProgram } from './described-world'

/** What an integrator would write against the types; each step fails loudly. */
const program = `
import createClient from 'openapi-fetch'
import type { components, paths } from './keyward'

const [baseUrl, token] = [process.env.BASE_URL!, process.env.TOKEN!]
const client = createClient<paths>({ baseUrl, headers: { authorization: \`Bearer \${token}\` } })
const records = '/v1/entities/parcels/records'
const one = '/v1/entities/parcels/records/{id}'
const parcel: components['schemas']['parcels.new'] = {
  number: 'P-1',
  total: '12.50',
  status: 'packed & sealed',
  fragile: true,
  contact: 'ada@example.com',
  extra: { deep: [1, null] },
}

const created = await client.POST(records, { body: parcel })
if (!created.data) throw new Error(\`not created: \${created.error.detail}\`)
const id: string = created.data.id
// A required field with a default was filled in.
const pieces: number = created.data.data.pieces

const read = await client.GET(one, { params: { path: { id } } })
const etag = read.response.headers.get('etag')!
const changed = await client.PATCH(one, {
  params: { path: { id }, header: { 'If-Match': etag } },
  body: { total: '13.00', contact: null },
})
const stale = await client.PATCH(one, {
  params: { path: { id }, header: { 'If-Match': etag } },
  body: { total: '14.00' },
})
const listed = await client.GET(records, {
  params: { query: { 'where.status': 'packed & sealed', 'where.pieces': 1, order: '-total', limit: 5 } },
})
const none = await client.GET(records, { params: { query: { 'where.fragile': false } } })
const invalid = await client.POST(records, { body: { number: 'x' } })
const deleted = await client.DELETE(one, {
  params: { path: { id }, header: { 'If-Match': changed.response.headers.get('etag')! } },
})
const bill = await client.POST('/v1/entities/bills/records', {
  params: { header: { 'Idempotency-Key': 'one' } },
  body: { number: 'B-1' },
})
const me = await client.GET('/v1/token')
console.log(
  JSON.stringify({
    pieces,
    read: read.data?.data.total,
    changed: changed.data?.data,
    stale: stale.error?.type,
    listed: listed.data?.items.map((item) => item.id === id),
    none: none.data?.items.length,
    invalid: invalid.error?.errors,
    deleted: deleted.response.status,
    bill: bill.data?.version,
    me: me.data?.permissions['bills'],
  }),
)
`

/** What a compiler must not let pass, each with the line that is wrong. */
const mistakes = {
  'a field that the entity does not have': "const wrong: New = { number: 'P-1', totl: '1' }",
  'a value of another type': "const wrong: New = { number: 'P-1', pieces: 'three' }",
  'a value that the enum does not have': "const wrong: New = { number: 'P-1', status: 'gone' }",
  'a required field that is missing': "const wrong: New = { total: '1' }",
  'a condition on a field that is not indexed': "const wrong: Query = { 'where.remarks': 'now' }",
  'an address that there is not': "type Wrong = paths['/v1/entities/nothing/records']",
}

const preamble = `
import type { components, paths } from './keyward'
type New = components['schemas']['parcels.new']
type Query = NonNullable<paths['/v1/entities/parcels/records']['get']['parameters']['query']>
`

test('openapi-typescript makes a strict client of the description, and it works with the gateway', async () => {
  const { baseUrl, secret, file, folder } = await openDescribedWorld()
  const generated = await runProgram(
    programOf('openapi-typescript', 'bin', 'cli.js'),
    // By itself it takes a field with a default for one that has to be sent.
    ...[file, '--output', join(folder, 'keyward.ts'), '--default-non-nullable=false'],
  )
  expect(generated.code, generated.said).toBe(0)

  const compile = compilerIn(folder)
  writeFileSync(join(folder, 'program.ts'), program)
  expect(await compile('program.ts')).toBe('')

  const { stdout } = await promisify(execFile)(process.execPath, [join(folder, 'program.ts')], {
    env: { ...quiet, BASE_URL: baseUrl, TOKEN: secret },
  })
  expect(JSON.parse(stdout)).toEqual({
    pieces: 1,
    read: '12.50',
    changed: {
      number: 'P-1',
      pieces: 1,
      total: '13.00',
      status: 'packed & sealed',
      fragile: true,
      extra: { deep: [1, null] },
    },
    stale: 'urn:keyward:problem:changed-meanwhile',
    listed: [true],
    none: 0,
    invalid: [{ pointer: '#/number', code: 'too_short', detail: expect.any(String) }],
    deleted: 204,
    bill: 1,
    me: ['read', 'write', 'delete'],
  })

  for (const [mistake, line] of Object.entries(mistakes)) {
    writeFileSync(join(folder, 'mistake.ts'), `${preamble}${line}\nexport {}\n`)
    expect(await compile('mistake.ts'), mistake).toMatch(/mistake\.ts\(\d+,\d+\): error TS/)
  }
})

/** The compiler, as strict as it can be, over one file; it says nothing where all is well. */
function compilerIn(folder: string) {
  mkdirSync(join(folder, 'node_modules'))
  for (const name of ['openapi-fetch', 'openapi-typescript-helpers'])
    symlinkSync(programOf(name), join(folder, 'node_modules', name))
  symlinkSync(
    join(import.meta.dirname, '..', '..', 'node_modules', '@types'),
    join(folder, 'node_modules', '@types'),
  )
  writeFileSync(join(folder, 'package.json'), JSON.stringify({ type: 'module' }))
  return async (name: string) => {
    const options = ['--strict', '--noUncheckedIndexedAccess', '--module', 'preserve']
    const { said } = await runProgram(
      programOf('typescript', 'bin', 'tsc'),
      ...[...options, '--target', 'es2024', '--lib', 'es2024,dom', '--types', 'node'],
      ...['--skipLibCheck', '--noEmit', '--pretty', 'false', join(folder, name)],
    )
    return said
  }
}
