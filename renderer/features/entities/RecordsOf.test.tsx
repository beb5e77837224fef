import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entity } from '../../../electron/contract/entity'
import { EntityId } from '../../../electron/contract/id'
import type { RecordsAsked, StoredRecord } from '../../../electron/contract/record'
import type { Role } from '../../../electron/contract/user'
import { usualEntity } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './EntityPage'
import '../../app/EntityRecords'

const customers: Entity = {
  ...usualEntity,
  id: EntityId.parse(4),
  name: 'customers',
  title: 'Customers',
  fields: [{ id: 1, name: 'name', title: 'Name', type: 'string', required: true }],
}
const orders: Entity = {
  ...usualEntity,
  id: EntityId.parse(3),
  name: 'orders',
  title: 'Orders',
  fields: [
    { id: 1, name: 'lines', title: 'Lines', type: 'integer', required: true, indexed: true },
    { id: 2, name: 'secret', title: 'Discount', type: 'string', required: false, sensitive: true },
    {
      id: 3,
      name: 'customer',
      title: 'Customer',
      type: 'ref',
      required: false,
      entityId: customers.id,
    },
  ],
}

const record = (id: string, data: StoredRecord['data']): StoredRecord => ({
  id,
  version: 1,
  createdAt: 0,
  createdBy: 'ERP',
  updatedAt: 0,
  data,
})
const rows = [record('o-1', { lines: 3, secret: 'half price', customer: 'c-1' })]

const openOrders = (address = '', role: Role = 'administrator') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'entities.get': ({ id }) => (id === 4 ? customers : orders),
      'records.get': () => record('c-1', { name: 'Granite Components' }),
      'records.list': ({ where }) =>
        where?.some(({ value }) => !/^\d+$/.test(value))
          ? refused('invalid_input', { field: 'where.0.value' })
          : { rows, total: 1 },
    },
    `/parametrization/entities/3/records${address}`,
  )

const conditionsAsked = (main: ReturnType<typeof openOrders>) =>
  main.ask.mock.calls
    .filter(([call]) => call === 'records.list')
    .map(([, asked]) => (asked as RecordsAsked).where)

test('a value that the field cannot have is refused with a sentence, and one that fits is kept in the address', async () => {
  const main = openOrders()
  const { user, router } = main
  await user.click(await screen.findByRole('button', { name: 'Add filter' }))
  const form = within(await screen.findByRole('dialog', { name: 'Add filter' }))
  await user.click(form.getByRole('button', { name: 'Apply' }))
  expect(form.getByText('Choose or type a value.')).toBeTruthy()
  await user.type(form.getByLabelText('Value'), 'many')
  await user.click(form.getByRole('button', { name: 'Apply' }))
  expect(await form.findByText(/no value of that field\. A whole number/)).toBeTruthy()

  await user.clear(form.getByLabelText('Value'))
  await user.type(form.getByLabelText('Value'), '3')
  await user.click(form.getByRole('button', { name: 'Apply' }))
  expect(await screen.findByText('1 record matches')).toBeTruthy()
  const where = [{ field: 'lines', value: '3' }]
  expect(router.state.location.search).toEqual({ where: JSON.stringify(where) })
  expect(conditionsAsked(main).at(-1)).toEqual(where)
})

test('conditions of the address are asked at once, and taken away one by one', async () => {
  const where = JSON.stringify(JSON.stringify([{ field: 'lines', value: '3' }]))
  const main = openOrders(`?where=${encodeURIComponent(where)}`)
  const chip = await screen.findByRole('button', { name: 'Remove the filter Lines: 3' })
  expect(conditionsAsked(main)[0]).toEqual([{ field: 'lines', value: '3' }])
  await main.user.click(chip)
  await waitFor(() => expect(main.router.state.location.search).toEqual({}))
  expect(document.activeElement).not.toBe(document.body)
})

test('a sensitive value is covered until somebody asks for it; a record is named, not numbered', async () => {
  const { user } = openOrders()
  const show = await screen.findByRole('button', { name: 'Show Discount' })
  expect(screen.queryByText('half price')).toBeNull()
  await user.click(show)
  expect(screen.getByText('half price')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Hide Discount' }))
  expect(screen.queryByText('half price')).toBeNull()

  const link = await screen.findByRole('link', { name: 'Granite Components' })
  expect(link.getAttribute('href')).toContain('/parametrization/entities/4/records?record=')
})

test('an auditor can tick nothing, because nothing can be done with it', async () => {
  openOrders('', 'auditor')
  await screen.findByRole('link', { name: 'Granite Components' })
  expect(screen.queryAllByRole('checkbox')).toEqual([])
  expect(screen.queryByRole('button', { name: 'New record' })).toBeNull()
})
