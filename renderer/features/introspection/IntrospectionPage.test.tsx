import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Client } from '../../../electron/contract/client'
import { ClientId, UserId } from '../../../electron/contract/id'
import type { Role, UserRow } from '../../../electron/contract/user'
import { runningGateway } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
// The routes load their pages lazily; loading them here keeps that out of the tests' time.
import './CredentialsTab'
import './HowToAskTab'
import './IntrospectionPage'

const apache: Client = {
  id: ClientId.parse('AbCdEf012345'),
  userId: UserId.parse(7),
  userName: 'Web shop',
  name: 'Apache',
  status: 'active',
  createdAt: 0,
  createdBy: 'Ada Lovelace',
  revokedAt: null,
  lastUsedAt: Date.now() - 120_000,
  lastUsedFrom: '10.0.0.7',
  calls: 1284,
}

const webShop: UserRow = {
  id: UserId.parse(7),
  kind: 'service_account',
  username: 'web-shop',
  displayName: 'Web shop',
  status: 'active',
  role: null,
  createdAt: 0,
  updatedAt: 0,
  lastSignInAt: null,
  version: 1,
  activeTokens: 0,
  nextExpiryAt: null,
}

type Answers = Parameters<typeof openWindow>[0]
const open = (role: Role, answers: Answers = {}, address = '/api/introspection') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'gateway.state': () => runningGateway,
      'clients.list': () => ({ rows: [apache], total: 1 }),
      'users.list': () => ({ rows: [webShop], total: 1 }),
      ...answers,
    },
    address,
  )

test('the addresses are there to be copied, and who may ask, how often and when last', async () => {
  const copied: string[] = []
  const { user } = open('auditor', {
    'clipboard.copyText': ({ text }) => void copied.push(text),
  })
  expect(await screen.findByText('AbCdEf012345')).toBeTruthy()
  expect(screen.getByText('1,284')).toBeTruthy()
  expect(screen.getByText('2 minutes ago')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Copy the address of the endpoint' }))
  await user.click(screen.getByRole('button', { name: 'Copy the address of the metadata' }))
  await waitFor(() =>
    expect(copied).toEqual([
      'http://127.0.0.1:7878/oauth2/introspect',
      'http://127.0.0.1:7878/.well-known/oauth-authorization-server',
    ]),
  )
})

test('an auditor is offered nothing that would be refused', async () => {
  open('auditor')
  expect(await screen.findByText('AbCdEf012345')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'New credentials' })).toBeNull()
  expect(screen.queryByRole('button', { name: 'Delete Apache' })).toBeNull()
})

test('a gateway that does not run is said, with the way to it', async () => {
  const { user, router } = open('auditor', {
    'gateway.state': () => ({ ...runningGateway, state: 'stopped' }),
  })
  expect(await screen.findByText(/not running, so no system can ask/)).toBeTruthy()
  await user.click(screen.getByRole('link', { name: 'Open Gateway' }))
  await waitFor(() => expect(router.state.location.pathname).toBe('/api/gateway'))
})

test('a list that cannot be read says so, and is asked for again', async () => {
  let isBroken = true
  const { user } = open('auditor', {
    'clients.list': () => (isBroken ? refused('internal') : { rows: [apache], total: 1 }),
  })
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  isBroken = false
  await user.click(await screen.findByRole('button', { name: 'Try again' }))
  expect(await screen.findByText('AbCdEf012345')).toBeTruthy()
})

test('a refused name is said at its field, and nothing that was typed is lost', async () => {
  const { user } = open('administrator', {
    'clients.create': () => refused('client_name_taken', { field: 'name' }),
  })
  await user.click(await screen.findByRole('button', { name: 'New credentials' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New credentials' }))
  await user.click(dialog.getByRole('combobox', { name: 'Service account' }))
  await user.click(await screen.findByRole('option', { name: /Web shop/ }))
  const name = dialog.getByRole<HTMLInputElement>('textbox', { name: 'Name' })
  await user.type(name, 'Apache')
  await user.click(dialog.getByRole('button', { name: 'Create credentials' }))
  expect(await dialog.findByText(/already has credentials with this name/)).toBeTruthy()
  expect(name.value).toBe('Apache')
  await user.click(dialog.getByRole('button', { name: 'Cancel' }))
})

test('only enabled service accounts are offered', async () => {
  const { user, ask } = open('administrator')
  await user.click(await screen.findByRole('button', { name: 'New credentials' }))
  await screen.findByRole('dialog', { name: 'New credentials' })
  await waitFor(() =>
    expect(ask.mock.calls.find(([call]) => call === 'users.list')?.[1]).toMatchObject({
      kind: 'service_account',
      status: 'active',
    }),
  )
})

test('Delete says whose credentials they are and who used them last, and only then deletes', async () => {
  const deleted: string[] = []
  const { user } = open('administrator', {
    'clients.revoke': ({ id }) => {
      deleted.push(id)
      return { value: { ...apache, status: 'revoked', revokedAt: 1 }, enforced: 'at_once' }
    },
  })
  await user.click(await screen.findByRole('button', { name: 'Delete Apache' }))
  const question = await screen.findByRole('dialog', { name: 'Delete “Apache”?' })
  expect(question.textContent).toContain('belong to the service account Web shop')
  expect(question.textContent).toContain('Last used 2 minutes ago from 10.0.0.7')
  expect(deleted).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(deleted).toEqual([apache.id]))
  expect(await screen.findByText(/The next call with these credentials is refused/)).toBeTruthy()
})

test('the samples hold no secret, and are copied as they stand', async () => {
  const copied: string[] = []
  const { user } = open(
    'auditor',
    { 'clipboard.copyText': ({ text }) => void copied.push(text) },
    '/api/introspection/samples',
  )
  await user.click(await screen.findByRole('tab', { name: 'Node with openid-client' }))
  await user.click(screen.getByRole('button', { name: 'Copy sample' }))
  await waitFor(() => expect(copied).toHaveLength(1))
  expect(copied[0]).toContain("'CLIENT_ID',\n  'CLIENT_SECRET',")
  expect(copied[0]).toContain("new URL('http://127.0.0.1:7878')")
})
