import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entity, EntityRow, NewEntity } from '../../../electron/contract/entity'
import { EntityId } from '../../../electron/contract/id'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './EntitiesPage'

const address = '/parametrization/entities'
const none = { rows: [] as EntityRow[], total: 0 }

const madeOf = (asked: NewEntity): Entity => ({
  ...asked,
  fields: asked.fields.map((field, at) => ({ ...field, id: at + 1 })),
  check: null,
  id: EntityId.parse(3),
  createdAt: Date.UTC(2026, 10, 21),
  version: 1,
})

function openList(create: (asked: NewEntity) => Entity | ReturnType<typeof refused> = madeOf) {
  return openWindow(
    {
      'session.state': () => signedIn('administrator'),
      'entities.list': () => none,
      'entities.create': create,
    },
    address,
  )
}

const textbox = (name: string) => screen.getByLabelText<HTMLInputElement>(name)

async function write(user: ReturnType<typeof openList>['user'], name: string, text: string) {
  await user.click(textbox(name))
  await user.paste(text)
}

async function openDialog(user: ReturnType<typeof openList>['user']) {
  const [button] = await screen.findAllByRole('button', { name: 'New entity' })
  await user.click(button!)
  return screen.findByRole('dialog', { name: 'New entity' })
}

test('the first entity is made from its title; its name and the names of its fields are proposed', async () => {
  let made: NewEntity | undefined
  const { user, router } = openList((asked) => madeOf((made = asked)))
  await openDialog(user)

  await write(user, 'Title', 'Purchase orders')
  expect(textbox('Name').value).toBe('purchase_orders')
  await write(user, 'Field 1: Title', 'Total price')
  await user.click(screen.getByRole('combobox', { name: /Field 1: Type/ }))
  await user.click(await screen.findByRole('option', { name: 'Decimal' }))
  await user.click(screen.getByRole('checkbox', { name: 'Field 1: Required' }))
  await user.click(screen.getByRole('button', { name: 'Add field' }))
  await write(user, 'Field 2: Title', 'Sent')
  await user.clear(textbox('Field 2: Name'))
  await write(user, 'Field 2: Name', 'was_sent')
  await user.click(screen.getByRole('button', { name: 'Create entity' }))

  await waitFor(() =>
    expect(made).toEqual({
      idempotencyKey: 'optional',
      ifMatch: 'optional',
      maxRecordBytes: 65_536,
      title: 'Purchase orders',
      name: 'purchase_orders',
      fields: [
        { title: 'Total price', name: 'total_price', type: 'decimal', required: true },
        { title: 'Sent', name: 'was_sent', type: 'string', required: false },
      ],
    }),
  )
  await user.click(await screen.findByRole('button', { name: 'Open' }))
  await waitFor(() => expect(router.state.location.pathname).toBe(`${address}/3/records`))
})

test('a name that somebody typed no longer follows the title', async () => {
  const { user } = openList()
  await openDialog(user)
  await write(user, 'Title', 'Orders')
  await user.clear(textbox('Name'))
  await write(user, 'Name', 'sales')
  await write(user, 'Title', ' of the year')
  expect(textbox('Name').value).toBe('sales')
})

test('every error stands at its field, and nothing that was typed is lost', async () => {
  const { user, ask } = openList(() => refused('entity_name_taken', { field: 'name' }))
  await openDialog(user)
  const create = screen.getByRole('button', { name: 'Create entity' })
  const errorOf = (name: string) =>
    document.getElementById(textbox(name).getAttribute('aria-describedby') ?? '')?.textContent

  await user.click(create)
  await waitFor(() => expect(errorOf('Field 1: Name')).toBe('This is needed.'))
  expect(errorOf('Title')).toBe('This is needed.')

  await write(user, 'Title', 'Invoices')
  await write(user, 'Field 1: Title', 'Total')
  await user.click(screen.getByRole('button', { name: 'Add field' }))
  await write(user, 'Field 2: Title', 'Total')
  await user.click(create)
  await waitFor(() =>
    expect(errorOf('Field 2: Name')).toBe('Another field has this name. Choose another.'),
  )
  expect(ask.mock.calls.some(([call]) => call === 'entities.create')).toBe(false)

  await user.click(screen.getByRole('button', { name: 'Remove field 2' }))
  await user.click(create)
  await waitFor(() => expect(errorOf('Name')).toBe('Another entity has this name. Choose another.'))
  expect(textbox('Title').value).toBe('Invoices')
  expect(textbox('Field 1: Name').value).toBe('total')
})

test('Escape asks before it throws away what was typed; Cancel is meant', async () => {
  const { user } = openList()
  await openDialog(user)
  await write(user, 'Title', 'Invoices')
  await user.keyboard('{Escape}')
  const question = await screen.findByRole('dialog', { name: 'Throw away what you typed?' })
  await user.click(within(question).getByRole('button', { name: 'Keep editing' }))
  await user.click(await screen.findByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
})

test('an auditor reads what an entity is and is not offered to make one', async () => {
  openWindow({ 'session.state': () => signedIn('auditor'), 'entities.list': () => none }, address)
  expect(await screen.findByText(/An entity is a kind of business record/)).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New entity' })).toBeNull()
})
