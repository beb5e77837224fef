import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { openWindow, signedIn } from '../../app/testing'

const digest = {
  since: 0,
  at: 1,
  items: [
    { kind: 'still_called' as const, count: 2 },
    { kind: 'expired' as const, count: 1 },
  ],
}
const panel = () => screen.findByRole('region', { name: 'Since your last sign-in' })

test('leads to what it counted, is told by what a role can do, and goes when it is dismissed', async () => {
  let closed: unknown = null
  const { user } = openWindow({
    'session.state': () => signedIn('administrator'),
    'digest.get': () => digest,
    'digest.close': (asked) => void (closed = asked),
  })
  const links = within(await panel()).getAllByRole('link')
  expect(links.map((link) => [link.textContent, link.getAttribute('href')])).toEqual([
    ['2 tokens have expired and are still called', '/audit/expired-but-called'],
    ['1 token expired', '/audit/token-expiry?statuses=expired&expiresFrom=0&expiresBefore=1'],
  ])
  expect(within(await panel()).getByText(/^A system stands still/)).toBeTruthy()
  await user.click(screen.getByRole('button', { name: 'Do not show today' }))
  await waitFor(() => expect(closed).toEqual({ forToday: true }))
  expect(screen.queryByRole('region', { name: 'Since your last sign-in' })).toBeNull()
  expect(document.activeElement).toBe(screen.getByRole('main'))
})

test('an auditor is told what there is to see', async () => {
  openWindow({ 'session.state': () => signedIn('auditor'), 'digest.get': () => digest })
  expect(within(await panel()).getByText(/^When they expired, who calls/)).toBeTruthy()
  expect(screen.queryByText(/^A system stands still/)).toBeNull()
})

test('a click outside the window opens a page of it', async () => {
  const { go, router } = openWindow({ 'session.state': () => signedIn('auditor') })
  await screen.findByRole('main')
  go('/settings')
  await waitFor(() => expect(router.state.location.pathname).toBe('/settings'))
})
