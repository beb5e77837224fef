import { screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { UserId } from '../../electron/contract/id'
import type { SessionState } from '../../electron/contract/session'
import { tokenStatuses, type TokenStatus } from '../../electron/contract/token'
import { aboutNow, openWindow, refused, signedIn } from './testing'

const counts = (some: Partial<Record<TokenStatus, number>> = {}) =>
  Object.fromEntries(tokenStatuses.map((status) => [status, some[status] ?? 0])) as Record<
    TokenStatus,
    number
  >
const newInstall = {
  people: 1,
  serviceAccounts: 0,
  entities: 0,
  tokensByStatus: counts(),
  allowedToday: 0,
  refusedToday: 0,
  nextToExpire: [],
}

const otherPerson = { ...signedIn('auditor').user, userId: UserId.parse(2) }

test('the main menu has its five links and the name and role of the person', async () => {
  openWindow({
    'session.state': () => signedIn('administrator'),
    'overview.get': () => newInstall,
  })
  const menu = await screen.findByRole('navigation', { name: 'Main menu' })
  expect(
    within(menu)
      .getAllByRole('link')
      .map((link) => link.textContent),
  ).toEqual(['Overview', 'Parametrization', 'Audit', 'API', 'Settings'])
  expect(within(menu).getByRole('link', { current: 'page' }).textContent).toBe('Overview')
  expect(screen.getByRole('button', { name: /Ada Lovelace.*Administrator/ })).toBeTruthy()
  expect(screen.queryByRole('note')).toBeNull()
})

test('a profile that cannot be used says what happened and what to do', async () => {
  openWindow({
    'session.state': () => ({ stage: 'broken', failure: { code: 'keys_missing' } }),
  })
  expect((await screen.findByRole('alert')).textContent).toContain('Nothing was changed')
})

test('keys in a file are told about all the time', async () => {
  openWindow({
    'session.state': () => signedIn('auditor'),
    'overview.get': () => newInstall,
    'settings.about': () => ({ ...aboutNow, keysKeptIn: 'file' }),
  })
  expect((await screen.findByRole('note')).textContent).toContain('no keychain')
})

test('signing out forgets what was shown to the person before', async () => {
  let state: SessionState = signedIn('administrator')
  const { user } = openWindow({
    'session.state': () => state,
    'session.signOut': () => (state = { stage: 'signed_out', demo: false }),
    'session.signIn': () => (state = { ...signedIn('auditor'), user: otherPerson }),
    'overview.get': () =>
      state.stage === 'signed_in' && state.user.userId === otherPerson.userId
        ? refused('internal')
        : { ...newInstall, people: 77 },
  })
  expect(await screen.findByText(/77 people/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: /Ada Lovelace/ }))
  await user.click(screen.getByRole('menuitem', { name: 'Sign out' }))
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Sign in' }))
  expect(await screen.findByText(/Something went wrong inside Keyward/)).toBeTruthy()
  expect(screen.queryByText(/77 people/)).toBeNull()
})

test('a session that ended in main leads to the sign-in page', async () => {
  let state: SessionState = signedIn('administrator')
  openWindow({
    'session.state': () => state,
    'overview.get': () => {
      state = { stage: 'signed_out', demo: false }
      return refused('not_signed_in')
    },
  })
  expect(await screen.findByRole('heading', { name: 'Sign in' })).toBeTruthy()
})

test('a new install shows an administrator the next step', async () => {
  openWindow({
    'session.state': () => signedIn('administrator'),
    'overview.get': () => newInstall,
  })
  const step = await screen.findByRole('link', { name: 'Make an entity' })
  expect(step.getAttribute('href')).toBe('/parametrization/entities')
})

test('an auditor is not sent to make an entity', async () => {
  openWindow({
    'session.state': () => signedIn('auditor'),
    'overview.get': () => newInstall,
  })
  expect(await screen.findByText('Calls of the last 24 hours')).toBeTruthy()
  expect(screen.queryByRole('link', { name: 'Make an entity' })).toBeNull()
})

test('a token that expires next leads to the tokens of its user', async () => {
  openWindow({
    'session.state': () => signedIn('auditor'),
    'overview.get': () => ({
      ...newInstall,
      tokensByStatus: counts({ active: 1, user_disabled: 2 }),
      nextToExpire: [
        {
          id: 'abcdefABCDEF' as never,
          name: 'Nightly export',
          userId: 7 as never,
          userName: 'SAP',
          expiresAt: Date.now() + 86_400_000,
          status: 'expiring_soon',
        },
      ],
    }),
  })
  const link = await screen.findByRole('link', { name: 'Nightly export' })
  expect(link.getAttribute('href')).toBe('/parametrization/users/7/tokens')
  expect(screen.getByText('User disabled').closest('li')?.textContent).toBe('User disabled2')
})

test('an address that names no user says that there is none, and keeps the menu', async () => {
  openWindow(
    { 'session.state': () => signedIn('auditor'), 'overview.get': () => newInstall },
    '/parametrization/users/nobody/tokens',
  )
  expect((await screen.findByRole('alert')).textContent).toContain('does not exist any more')
  expect(screen.getByRole('navigation', { name: 'Main menu' })).toBeTruthy()
})
