import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entity } from '../../../electron/contract/entity'
import type { StoredRecord } from '../../../electron/contract/record'
import { EntityId } from '../../../electron/contract/id'
import { runningGateway, usualEntity } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
import { fieldWords } from './field-words'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './EntityPage'
import '../../app/EntityRecords'

const invoices: Entity = {
  id: EntityId.parse(3),
  name: 'invoices',
  title: 'Invoices',
  fields: [
    { id: 1, name: 'number', title: 'Number', type: 'string', required: true },
    { id: 2, name: 'total', title: 'Total', type: 'decimal', required: true },
    { id: 3, name: 'paid', title: 'Paid', type: 'boolean', required: false },
  ],
  ...usualEntity,
}

const openEntity = (tab: 'records' | 'fields', rows: StoredRecord[] = []) =>
  openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'entities.get': () => invoices,
      'records.list': () => ({ rows, total: rows.length }),
      'gateway.state': () => ({ ...runningGateway, baseUrl: 'http://127.0.0.1:7900' }),
    },
    `/parametrization/entities/3/${tab}`,
  )

test('an entity without records shows the call that brings the first one, and no secret', async () => {
  openEntity('records')
  const sample = await screen.findByRole('region', { name: 'Sample call' })
  expect(sample.textContent).toBe(
    [
      'curl -X POST http://127.0.0.1:7900/v1/entities/invoices/records \\',
      '  -H "Authorization: Bearer $KEYWARD_TOKEN" \\',
      '  -H "Content-Type: application/json" \\',
      `  -d '{"number":"text","total":"12.5","paid":true}'`,
    ].join('\n'),
  )
  expect(screen.getByText(/\/v1\/entities\/invoices\/records$/)).toBeTruthy()
})

test('tab Fields lists each field with its type, and the tabs are links', async () => {
  openEntity('fields')
  const table = await screen.findByRole('table', { name: 'Fields of Invoices' })
  expect([...table.querySelectorAll('tbody tr')].map((row) => row.textContent)).toEqual([
    'NumbernumberTextYes–',
    'TotaltotalDecimalYes–',
    'PaidpaidYes / NoNo–',
  ])
  const records = screen.getByRole('tab', { name: 'Records' })
  expect(records.getAttribute('href')).toContain('/parametrization/entities/3/records')
  expect(screen.getByRole('tab', { name: 'Fields' }).getAttribute('aria-selected')).toBe('true')
})

test('an entity that is gone says so', async () => {
  openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'entities.get': () => refused('not_found'),
    },
    '/parametrization/entities/9/records',
  )
  expect(await screen.findByText(/This does not exist any more/)).toBeTruthy()
})

test('values are shown by their type, decimals exactly as they are kept', () => {
  const words = { yes: 'Yes', no: 'No', notSet: '–', bytes: (count: number) => `${count} bytes` }
  expect(fieldWords('123456789012345678.90', 'decimal', words)).toBe('123456789012345678.90')
  expect(fieldWords(1284, 'integer', words)).toBe('1,284')
  expect(fieldWords(false, 'boolean', words)).toBe('No')
  expect(fieldWords('2027-03-31', 'date', words)).toBe('31 Mar 2027')
  expect(fieldWords('not a day', 'date', words)).toBe('not a day')
  expect(fieldWords('AAECAw==', 'bytes', words)).toBe('4 bytes')
  expect(fieldWords({ a: [1] }, 'json', words)).toBe('{"a":[1]}')
  expect(fieldWords(null, 'string', words)).toBe('–')
})
