import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow, signedIn } from '../../app/testing'
import { erpNightly } from './tokens.fixture'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './AllTokensPage'

const row = {
  token: { ...erpNightly, expiresAt: Date.now() + 86_400_000, isExpiryLimited: true },
  userName: 'SAP Finance',
  username: 'sap',
  userKind: 'service_account' as const,
  userStatus: 'active' as const,
}

test('which rule limits a token is a column for those who ask for it', async () => {
  const { user } = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'tokens.inventory': () => ({ rows: [row], total: 1 }),
      'views.list': () => [],
      'entities.names': () => [],
      'tables.set': () => undefined,
    },
    '/audit/all-tokens',
  )
  await screen.findByText('ERP nightly')
  expect(screen.queryByText('Longest lifetime')).toBeNull()
  await user.click(screen.getByRole('button', { name: 'Columns' }))
  await user.click(await screen.findByRole('checkbox', { name: 'Limited by' }))
  expect(await screen.findByText('Longest lifetime')).toBeTruthy()
})
