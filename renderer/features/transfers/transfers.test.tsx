import { screen, within } from '@testing-library/react'
import { describe, expect, test } from 'vitest'
import type { Entity } from '../../../electron/contract/entity'
import { EntityId } from '../../../electron/contract/id'
import type { SignedIn } from '../../../electron/contract/session'
import type { ImportFile, Transfer } from '../../../electron/contract/transfer'
import { usualEntity } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import '../../app/EntityRecords'
import '../entities/EntityPage'
import { sizeWords } from '../../ui/size-words'

const entity: Entity = {
  id: EntityId.parse(3),
  name: 'orders',
  title: 'Orders',
  fields: [
    { id: 1, name: 'number', title: 'Number', type: 'string', required: true },
    { id: 2, name: 'code', title: 'Code', type: 'string', required: false, unique: true },
    { id: 3, name: 'iban', title: 'IBAN', type: 'string', required: false, sensitive: true },
  ],
  ...usualEntity,
}

const file: ImportFile = {
  fileId: 'f1',
  name: 'orders.csv',
  bytes: 1_234_567,
  format: 'csv',
  delimiter: ';',
  columns: [
    { column: 'Number', field: 'number', problem: null },
    { column: 'code', field: 'code', problem: null },
  ],
  missing: [],
  keys: ['code'],
}

const transfer = (over: Partial<Transfer>): Transfer => ({
  id: 't1',
  entityId: entity.id,
  kind: 'import',
  state: 'done',
  file: 'orders.csv',
  mode: 'add',
  rows: 0,
  totalRows: null,
  part: 0,
  perSecond: null,
  startedAt: 0,
  updatedAt: 0,
  counts: { created: 0, replaced: 0, skipped: 0, refused: 0 },
  failure: null,
  faults: [],
  ...over,
})

const row = {
  id: 'a',
  version: 1,
  createdAt: 0,
  createdBy: 'A',
  updatedAt: 0,
  data: { number: 'A' },
}

function openRecords({
  role = 'administrator',
  chosen = file,
  transfers = () => [],
  isFilled = false,
}: {
  /** The grid of records is slow to look through, and most of this happens beside it. */
  isFilled?: boolean
  role?: SignedIn['role']
  chosen?: ImportFile
  transfers?: () => Transfer[]
} = {}) {
  const asked: [string, unknown][] = []
  const tell =
    <T,>(call: string, reply: T) =>
    (input: unknown) => {
      asked.push([call, input])
      return reply
    }
  const opened = openWindow(
    {
      'session.state': () => signedIn(role),
      'entities.get': () => entity,
      'records.list': () => ({ rows: isFilled ? [row] : [], total: isFilled ? 1_200 : 0 }),
      'transfers.list': transfers,
      'imports.choose': tell('imports.choose', chosen),
      'imports.check': tell('imports.check', { id: 't1' }),
      'imports.start': tell('imports.start', { id: 't2' }),
      'imports.resume': tell('imports.resume', undefined),
      'imports.discard': tell('imports.discard', undefined),
      'imports.cancel': tell('imports.cancel', undefined),
      'records.export': tell('records.export', { id: 't3' }),
    },
    '/parametrization/entities/3/records?search=apple&sort=updatedAt&direction=desc',
  )
  return { ...opened, asked }
}

async function openImport(given: Parameters<typeof openRecords>[0] = {}) {
  const opened = openRecords(given)
  await opened.user.click(await screen.findByRole('button', { name: 'Import' }))
  const dialog = await screen.findByRole('dialog', { name: 'Import records of Orders' })
  return { ...opened, dialog: within(dialog) }
}

describe('an import', () => {
  test('shows how the file is read, makes a dry run first, and is then begun', async () => {
    let transfers: Transfer[] = []
    const { dialog, user, asked, announce } = await openImport({ transfers: () => transfers })
    expect(dialog.getByText(/orders\.csv/).textContent).toContain('1.23 MB')
    expect(dialog.getByText('CSV, separated by semicolons')).toBeTruthy()
    const begin = dialog.getByRole('button', { name: 'Import' })
    expect(begin).toHaveProperty('disabled', true)
    await user.click(dialog.getByRole('radio', { name: 'Are replaced' }))
    await user.click(dialog.getByRole('button', { name: 'Dry run' }))
    expect(asked.at(-1)).toEqual(['imports.check', { fileId: 'f1', mode: 'replace', key: 'code' }])

    const counts = { created: 2, replaced: 1, skipped: 0, refused: 0 }
    transfers = [transfer({ kind: 'check', rows: 3, counts })]
    announce('transfers')
    expect(
      await dialog.findByText(
        'All 3 rows are sound. An import would give: 2 records created, 1 replaced.',
      ),
    ).toBeTruthy()
    await user.click(begin)
    expect(asked.at(-1)).toEqual(['imports.start', { checkId: 't1' }])
  })

  test('is not offered for a file with wrong rows; each is shown with its place', async () => {
    const faults = [{ line: 14, pointer: '#/code', code: 'not_unique', detail: 'Another record…' }]
    const counts = { created: 2, replaced: 0, skipped: 0, refused: 1 }
    const { dialog, user } = await openImport({
      transfers: () => [transfer({ kind: 'check', rows: 3, counts, faults })],
    })
    await user.click(dialog.getByRole('button', { name: 'Dry run' }))
    const table = await dialog.findByRole('table', { name: 'Rows to correct' })
    expect(table.querySelector('tbody')?.textContent).toBe('14CodeAnother record…not_unique')
    expect(dialog.getByRole('button', { name: 'Import' })).toHaveProperty('disabled', true)
    // Another choice is another dry run.
    await user.click(dialog.getByRole('radio', { name: 'Stay as they are' }))
    expect(dialog.queryByRole('table', { name: 'Rows to correct' })).toBeNull()
  })

  test('names the columns that are unknown, repeated or missing', async () => {
    const { dialog } = await openImport({
      chosen: {
        ...file,
        columns: [
          { column: 'colour', field: null, problem: 'unknown' },
          { column: 'code', field: 'code', problem: null },
          { column: 'Code', field: 'code', problem: 'repeated' },
        ],
        missing: ['Number'],
      },
    })
    expect(dialog.getAllByRole('alert').map((one) => one.textContent)).toEqual([
      expect.stringContaining('no field colour'),
      expect.stringContaining('column Code is there more than once'),
      expect.stringContaining('required field Number has no column'),
    ])
    expect(dialog.getByRole('button', { name: 'Dry run' })).toHaveProperty('disabled', true)
  })

  test('that was closed while a dry run went on has it stopped', async () => {
    const { dialog, user, asked } = await openImport({
      transfers: () => [transfer({ kind: 'check', state: 'running', rows: 10, part: 0.5 })],
    })
    await user.click(dialog.getByRole('button', { name: 'Dry run' }))
    await user.click(await dialog.findByRole('button', { name: 'Cancel dry run' }))
    expect(asked.at(-1)).toEqual(['imports.cancel', { id: 't1' }])
  })

  test('of a file that is refused says why', async () => {
    const { user } = openRecords({
      chosen: refused('import_utf16', { detail: { offset: 0 } }) as never,
    })
    await user.click(await screen.findByRole('button', { name: 'Import' }))
    expect((await screen.findByRole('alert')).textContent).toContain('UTF-16')
  })
})

describe('on the Records tab', () => {
  const interrupted = transfer({
    state: 'interrupted',
    rows: 2_000,
    totalRows: 5_000,
    counts: { created: 2_000, replaced: 0, skipped: 0, refused: 0 },
  })

  test('an import that was cut off can be resumed or discarded', async () => {
    const { user, asked } = openRecords({ transfers: () => [interrupted] })
    expect((await screen.findByText(/stands at row 2,000 of 5,000/)).textContent).toContain(
      '2,000 records created',
    )
    await user.click(screen.getByRole('button', { name: 'Resume' }))
    expect(asked.at(-1)).toEqual(['imports.resume', { id: 't1' }])
    await user.click(screen.getByRole('button', { name: 'Discard' }))
    await user.click(await screen.findByRole('button', { name: 'Discard import' }))
    expect(asked.at(-1)).toEqual(['imports.discard', { id: 't1' }])
  })

  test('an auditor sees it and may do nothing about it, nor import', async () => {
    openRecords({ role: 'auditor', transfers: () => [interrupted] })
    await screen.findByText(/stands at row/)
    expect(screen.queryByRole('button', { name: 'Resume' })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Import' })).toBeNull()
    expect(screen.getByRole('button', { name: 'Export' })).toBeTruthy()
  })

  test('progress is told in rows, speed and time', async () => {
    openRecords({
      transfers: () => [
        transfer({ state: 'running', rows: 2_000, totalRows: 5_000, part: 0.4, perSecond: 1_000 }),
      ],
    })
    expect(
      await screen.findByText('2,000 of 5,000 rows · 1,000 a second · about 3 seconds left'),
    ).toBeTruthy()
    expect(screen.getByRole('progressbar').getAttribute('aria-valuenow')).toBe('40')
  })
})

test('an export holds what is listed, and what is sensitive only when that is ticked', async () => {
  const { user, asked } = openRecords({ role: 'auditor', isFilled: true })
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Export records of Orders' }))
  expect(dialog.getByText(/1,200 records that were found/)).toBeTruthy()
  expect(dialog.getByText(/leaves out: IBAN/)).toBeTruthy()
  await user.click(dialog.getByRole('radio', { name: 'NDJSON' }))
  await user.click(dialog.getByRole('checkbox', { name: 'With sensitive fields' }))
  await user.click(dialog.getByRole('button', { name: 'Choose file and export' }))
  expect(asked.at(-1)).toEqual([
    'records.export',
    {
      entityId: 3,
      search: 'apple',
      where: [],
      sort: 'updatedAt',
      direction: 'desc',
      format: 'ndjson',
      withSensitive: true,
    },
  ])
})

test.each([
  [0, '0 bytes'],
  [1, '1 byte'],
  [999, '999 bytes'],
  [12_345, '12.3 kB'],
  [104_857_600, '105 MB'],
])('%d bytes are %s', (bytes, words) => {
  expect(sizeWords(bytes)).toBe(words)
})
