import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Entity } from '../../../electron/contract/entity'
import { EntityId } from '../../../electron/contract/id'
import type { EntityToken } from '../../../electron/contract/token'
import { usualEntity } from '../../app/examples.fixture'
import { openWindow, signedIn } from '../../app/testing'
import { erpNightly } from './tokens.fixture'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './EntityTokensTab'

const invoices: Entity = {
  id: EntityId.parse(3),
  name: 'invoices',
  title: 'Invoices',
  fields: [{ id: 1, name: 'number', title: 'Number', type: 'string', required: true }],
  ...usualEntity,
}

const row: EntityToken = {
  token: { ...erpNightly, status: 'revoked', revokedAt: Date.now() - 86_400_000 },
  userName: 'SAP Finance',
  granted: ['read'],
  throughAll: [],
  allowed: ['read', 'write'],
  lastUsedHereAt: null,
  callsHere: 0,
}

const openTab = (query = '') =>
  openWindow(
    {
      'session.state': () => signedIn('administrator'),
      'entities.get': () => invoices,
      'entities.tokens': ({ show, search }) =>
        show === 'revoked' && search === undefined
          ? { rows: [row], total: 1 }
          : { rows: [], total: 0 },
    },
    `/parametrization/entities/3/tokens${query}`,
  )

test('revoked tokens are a click away, and nothing on them can be changed', async () => {
  const { user, router } = openTab()
  await screen.findByText('No token reaches this entity')
  await user.click(screen.getByRole('button', { name: 'Revoked' }))
  await screen.findByText('ERP nightly')
  expect(router.state.location.search).toEqual({ show: 'revoked' })
  expect(screen.queryByLabelText('Status')).toBeNull()
  const boxes = screen.getAllByRole<HTMLInputElement>('checkbox', {
    name: /^ERP nightly, Invoices/,
  })
  expect(boxes.map((box) => box.disabled)).toEqual([true, true, true])
})

test('a search without a hit says so, and is cleared with one click', async () => {
  const { user, router, ask } = openTab('?show=revoked&search=nothing')
  await screen.findByText('No token matches')
  await user.click(screen.getByRole('button', { name: 'Clear search' }))
  await screen.findByText('ERP nightly')
  expect(router.state.location.search).toEqual({ show: 'revoked' })
  await waitFor(() =>
    expect(ask.mock.calls.findLast(([call]) => call === 'entities.tokens')?.[1]).toMatchObject({
      entityId: 3,
      show: 'revoked',
    }),
  )
})
