import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { refusalReasons, type RefusedCall } from '../../../electron/contract/gateway'
import { TokenId, UserId } from '../../../electron/contract/id'
import common from '../../../resources/locales/en/common.json'
import { openWindow, signedIn } from '../../app/testing'
import { refusalGroups } from './refusal-groups'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './RefusedCallsPage'

const expired: RefusedCall = {
  id: 1,
  at: Date.now() - 60_000,
  lastAt: Date.now() - 60_000,
  calls: 1,
  source: '10.40.12.9',
  tokenId: TokenId.parse('abcdefABCDEF'),
  tokenName: 'Checkout',
  userId: UserId.parse(7),
  method: 'GET',
  entity: 'orders',
  permission: 'read',
  reason: 'expired',
  status: 401,
}

const openCalls = (rows: RefusedCall[], address = '/audit/refused-calls') =>
  openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'calls.refused': ({ reason, tokenId }) => {
        const found = rows.filter(
          (one) => (!reason || one.reason === reason) && (!tokenId || one.tokenId === tokenId),
        )
        return { rows: found, total: found.length }
      },
    },
    address,
  )

test('without refused calls the page says so', async () => {
  openCalls([])
  expect(await screen.findByText('No call was refused yet')).toBeTruthy()
})

test('a refused call names its token, which leads to the tokens of its user', async () => {
  openCalls([expired])
  const link = await screen.findByRole('link', { name: 'Checkout' })
  expect(link.getAttribute('href')).toContain('/parametrization/users/7/tokens')
  expect(screen.getByText('abcdefABCDEF')).toBeTruthy()
})

test('the list is narrowed to one reason; where none fits, the filter can be cleared', async () => {
  const { user, router } = openCalls([expired])
  await user.click(await screen.findByRole('combobox', { name: 'Reason' }))
  await user.click(await screen.findByRole('option', { name: 'The token is revoked' }))
  expect(await screen.findByText('No refused call matches')).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  await waitFor(() => expect(router.state.location.search).toEqual({}))
  expect(await screen.findByRole('link', { name: 'Checkout' })).toBeTruthy()
})

test('the address can narrow the list to one token', async () => {
  const { ask } = openCalls([expired], '/audit/refused-calls?tokenId=abcdefABCDEF')
  expect(await screen.findByText('Only token abcdefABCDEF')).toBeTruthy()
  expect(ask.mock.calls.find(([call]) => call === 'calls.refused')?.[1]).toMatchObject({
    tokenId: 'abcdefABCDEF',
  })
})

test('the reasons to choose from stand under headings that cannot be chosen, each reason once', async () => {
  const { user } = openCalls([expired])
  await user.click(await screen.findByRole('combobox', { name: 'Reason' }))
  const list = await screen.findByRole('listbox')
  const heading = within(list).getByText('Forward auth')
  expect(within(list).getAllByRole('option')).toHaveLength(1 + refusalReasons.length)
  expect(refusalGroups.flatMap(({ reasons }) => [...reasons]).toSorted()).toEqual(
    refusalReasons.toSorted(),
  )
  await user.click(heading)
  expect(screen.getByRole('listbox')).toBe(list)
})

test('every reason for a refusal has words of its own', () => {
  expect(Object.keys(common.refusalReason)).toEqual([...refusalReasons])
  expect(new Set(Object.values(common.refusalReason)).size).toBe(refusalReasons.length)
})
