import { screen, waitFor, within } from '@testing-library/react'
import { afterEach, expect, test } from 'vitest'
import { UserId } from '../../../electron/contract/id'
import type { Token } from '../../../electron/contract/token'
import type { Role, User } from '../../../electron/contract/user'
import { erpToken } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'

afterEach(() => document.head.replaceChildren())

const grace: User = {
  id: UserId.parse(7),
  kind: 'person',
  username: 'grace',
  displayName: 'Grace Hopper',
  status: 'active',
  role: null,
  createdAt: 1_700_000_000_000,
  updatedAt: 1_700_000_000_000,
  lastSignInAt: null,
  version: 1,
}

type Answers = Parameters<typeof openWindow>[0]

const open = (address: string, answers: Answers = {}, role: Role = 'administrator') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'users.list': () => ({
        rows: [{ ...grace, activeTokens: 2, nextExpiryAt: null }],
        total: 1,
      }),
      'users.get': () => grace,
      ...answers,
    },
    `/parametrization/users${address}`,
  )

test('an auditor sees the users and no New user', async () => {
  open('', {}, 'auditor')
  const name = await screen.findByRole('link', { name: 'Grace Hopper' })
  expect(name.getAttribute('href')).toBe('/parametrization/users/7/tokens')
  expect(screen.queryByRole('button', { name: 'New user' })).toBeNull()
})

test('a service account is created without a sign-in; a taken name keeps what was typed', async () => {
  let answer: User | ReturnType<typeof refused> = refused('username_taken', { field: 'username' })
  const { user, ask } = open('', { 'users.create': () => answer })
  await user.click(await screen.findByRole('button', { name: 'New user' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New user' }))
  await user.click(dialog.getByRole('switch', { name: 'May sign in to Keyward' }))
  await user.click(dialog.getByRole('radio', { name: 'Service account' }))
  expect(dialog.queryByLabelText('Password')).toBeNull()
  await user.type(dialog.getByLabelText('Username'), 'sap')
  await user.type(dialog.getByLabelText('Display name'), 'SAP')
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  await waitFor(() =>
    expect(dialog.getByLabelText('Username').getAttribute('aria-invalid')).toBe('true'),
  )
  expect(dialog.getByLabelText<HTMLInputElement>('Display name').value).toBe('SAP')

  answer = { ...grace, displayName: 'SAP' }
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  await screen.findByText('SAP was created.')
  expect(ask).toHaveBeenCalledWith('users.create', {
    kind: 'service_account',
    username: 'sap',
    displayName: 'SAP',
    signIn: null,
  })
})

test('a password that is too common is explained under the password', async () => {
  const { user } = open('', {
    'users.create': () => refused('password_too_common', { field: 'signIn.password' }),
  })
  await user.click(await screen.findByRole('button', { name: 'New user' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'New user' }))
  await user.type(dialog.getByLabelText('Username'), 'ada')
  await user.type(dialog.getByLabelText('Display name'), 'Ada')
  await user.click(dialog.getByRole('switch', { name: 'May sign in to Keyward' }))
  await user.type(dialog.getByLabelText('Password'), 'passwordpassword')
  await user.click(dialog.getByRole('button', { name: 'Create user' }))
  await dialog.findByText(/on lists that attackers try first/)
  expect(dialog.getByLabelText('Password').getAttribute('aria-invalid')).toBe('true')
})

test('what somebody else changed meanwhile is not overwritten, and what was typed is kept', async () => {
  let stored = grace
  const { user, ask, announce } = open('/7/profile', {
    'users.get': () => stored,
    'users.change': ({ version }) =>
      version === stored.version ? { ...stored, version: 3 } : refused('changed_meanwhile'),
  })
  const displayName = await screen.findByLabelText('Display name')
  const save = screen.getByRole('button', { name: 'Save' }) as HTMLButtonElement
  expect(save.disabled).toBe(true)
  await user.clear(displayName)
  await user.type(displayName, 'Admiral Hopper')
  stored = { ...grace, username: 'ghopper', displayName: 'G. Hopper', version: 2 }
  announce('users')
  await screen.findByText(/was changed meanwhile by someone else/)
  await user.click(save)
  expect(ask).toHaveBeenLastCalledWith('users.change', expect.objectContaining({ version: 1 }))
  expect((displayName as HTMLInputElement).value).toBe('Admiral Hopper')

  await user.click(await screen.findByRole('button', { name: /Show the new values/ }))
  expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('ghopper')
  expect((displayName as HTMLInputElement).value).toBe('Admiral Hopper')
  await user.click(save)
  await screen.findByText('Saved.')
  expect(ask).toHaveBeenLastCalledWith('users.change', {
    id: 7,
    version: 2,
    username: 'ghopper',
    displayName: 'Admiral Hopper',
    role: null,
  })
})

test('an auditor reads the profile and finds no button in it', async () => {
  open('/7/profile', {}, 'auditor')
  const profile = await screen.findByRole('tabpanel')
  await within(profile).findByText('grace')
  expect(within(profile).queryAllByRole('button')).toEqual([])
  expect(within(profile).queryAllByRole('textbox')).toEqual([])
})

const report: Token = {
  ...erpToken,
  name: 'Report',
  system: 'Power BI',
  contact: 'bi-team',
  lastUsedAt: Date.now() - 3_600_000,
}

const openOffboarding = async (answers: Answers = {}) => {
  const opened = open('/7/profile', {
    'users.belongings': () => ({ tokens: [report], clients: [] }),
    ...answers,
  })
  await opened.user.click(await screen.findByRole('button', { name: 'Disable user' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Disable “Grace Hopper”?' }))
  await dialog.findByText('Report')
  return { ...opened, dialog }
}

test('Disable user shows who would miss a token, and by itself takes nothing away for good', async () => {
  const { user, ask, dialog } = await openOffboarding({
    'users.offboard': () => ({ value: { ...grace, status: 'disabled' }, enforced: 'at_once' }),
  })
  expect(dialog.getByText('Power BI')).toBeTruthy()
  expect(dialog.getByText('bi-team')).toBeTruthy()
  dialog.getByText(/^1 token stops with the next call, and works again/)
  dialog.getByText('Was used within the last 24 hours and will not work any more: Report')
  await user.click(dialog.getByRole('button', { name: 'Disable' }))
  await screen.findByText(
    'Grace Hopper is disabled. The next call with any token of this user is refused.',
  )
  expect(ask).toHaveBeenCalledWith('users.offboard', {
    userId: 7,
    version: 1,
    tokens: [],
    targets: [],
    revokedClients: [],
  })
})

test('a refusal names the token that is in the way, and what was chosen stays', async () => {
  const { user, dialog } = await openOffboarding({
    'users.offboard': () => refused('changed_meanwhile', { detail: { about: 'Report' } }),
  })
  await user.click(dialog.getByRole('combobox', { name: 'What becomes of it' }))
  await user.click(await screen.findByRole('option', { name: 'Revoke' }))
  dialog.getByText('1 token is revoked for good.')
  await user.click(dialog.getByRole('button', { name: 'Disable' }))
  await dialog.findByText(/^Nothing was done at all, because of “Report”\./)
  expect(dialog.getByRole('combobox', { name: 'What becomes of it' }).textContent).toBe('Revoke')
})
