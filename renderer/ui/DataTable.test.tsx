import { act, screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow, signedIn } from '../app/testing'

const refusedCall = (id: number) => ({
  id,
  at: 1_700_000_000_000,
  lastAt: 1_700_000_000_000,
  calls: 1,
  source: `10.0.0.${id % 250}`,
  tokenId: null,
  tokenName: null,
  userId: null,
  method: 'GET',
  entity: null,
  permission: null,
  reason: 'no_token' as const,
  status: 401,
})

const nextTurn = () => new Promise<void>((resolve) => setTimeout(resolve))

/** A list of 60, as it is after so many calls were refused, at one of its addresses. */
const sixtyRefused = (search: string) =>
  openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'calls.refused': ({ page, pageSize }) => ({
        rows: Array.from({ length: 60 }, (_, at) => refusedCall(at + 1)).slice(
          page * pageSize,
          (page + 1) * pageSize,
        ),
        total: 60,
      }),
    },
    `/audit/refused-calls${search}`,
  )

test('the next page is asked of main, and its number is kept in the address', async () => {
  const { user, router } = sixtyRefused('?pageSize=25&page=1')
  expect(await screen.findByText('26–50 of 60')).toBeTruthy()
  await user.click(screen.getByLabelText('Go to next page'))
  expect(await screen.findByText('51–60 of 60')).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ page: 2 })
})

test('a page in the address is opened at once, not the first one', async () => {
  const { ask } = sixtyRefused('?pageSize=25&page=2')
  expect(await screen.findByText('51–60 of 60')).toBeTruthy()
  const pages = ask.mock.calls
    .filter(([call]) => call === 'calls.refused')
    .map(([, asked]) => (asked as { page: number }).page)
  expect(new Set(pages)).toEqual(new Set([2]))
})

test('a list that became shorter than the open page shows its last page', async () => {
  const { router } = sixtyRefused('?pageSize=25&page=7')
  expect(await screen.findByText('51–60 of 60')).toBeTruthy()
  await waitFor(() => expect(router.state.location.search).toMatchObject({ page: 2 }))
})

test('going back to another order and page finds that page, not the first', async () => {
  const { router } = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'users.list': () => ({ rows: [], total: 60 }),
    },
    '/parametrization/users?pageSize=25&page=1&sort=username',
  )
  expect(await screen.findByText('26–50 of 60')).toBeTruthy()
  await router.navigate({ to: '/parametrization/users' })
  expect(await screen.findByText('1–50 of 60')).toBeTruthy()
  router.history.back()
  expect(await screen.findByText('26–50 of 60')).toBeTruthy()
  // Left to itself, the grid goes to its first page in the next turns.
  for (let turn = 0; turn < 3; turn++) await act(nextTurn)
  expect(screen.getByText('26–50 of 60')).toBeTruthy()
})

test('row height and columns are as this person left them, and a change is kept', async () => {
  const { ask, user } = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'users.list': () => ({ rows: [], total: 60 }),
      'tables.get': () => ({ users: { density: 'compact', columns: { username: false } } }),
      'tables.set': () => undefined,
    },
    '/parametrization/users',
  )
  await user.click(await screen.findByRole('button', { name: 'Row height' }))
  const compact = await screen.findByRole('menuitemradio', { name: 'Compact' })
  expect(compact.getAttribute('aria-checked')).toBe('true')
  await user.click(screen.getByRole('menuitemradio', { name: 'Comfortable' }))
  expect(ask).toHaveBeenCalledWith('tables.set', {
    table: 'users',
    view: { density: 'comfortable', columns: { username: false } },
  })
})
