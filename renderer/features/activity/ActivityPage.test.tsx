import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ActivityRow, ChainState } from '../../../electron/contract/activity'
import { UserId } from '../../../electron/contract/id'
import { openWindow, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './ActivityPage'

const disabled: ActivityRow = {
  seq: 12,
  at: Date.now() - 7_200_000,
  actorId: UserId.parse(1),
  actorName: 'Ada Lovelace',
  action: 'token.disabled',
  subjectKind: 'token',
  subjectId: 'aaaaaaaaaaaa',
  subjectName: 'Web shop',
  before: { enabled: true },
  after: { enabled: false },
  group: null,
  grouped: null,
}

const unbroken: ChainState = {
  checked: 1284,
  first: { entry: 1, at: Date.UTC(2026, 0, 2) },
  last: { entry: 1284, at: Date.UTC(2026, 10, 20) },
  brokenAt: null,
  break: null,
  anchors: {
    count: 40,
    last: { entry: 1284, at: Date.UTC(2026, 10, 20) },
    fault: null,
    line: null,
  },
  proof: null,
  notAsLeft: null,
}

function openActivity(entries = [disabled], chain = unbroken) {
  return openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'activity.list': ({ action }) => {
        const rows = entries.filter((one) => !action || one.action === action)
        return { rows, total: rows.length }
      },
      'activity.verify': () => chain,
    },
    '/audit/activity',
  )
}

test('an entry says who did what to what, and opens to before and after', async () => {
  const { user } = openActivity()
  const row = (await screen.findByText('Disabled a token')).closest('tr')!
  expect(row.textContent).toBe('2 hours agoAda LovelaceDisabled a tokenWeb shop')
  const open = within(row).getByRole('button', { name: 'Show what changed in entry 12' })
  await user.click(open)
  const facts = await screen.findByRole('table', { name: 'What changed in entry 12' })
  expect(within(facts).getAllByRole('row')[1]?.textContent).toBe('EnabledYesNo')
  expect(open.getAttribute('aria-expanded')).toBe('true')
})

test('facts are read as people write them: days written out, Never, Keyward’s own words', async () => {
  const { user } = openActivity([
    {
      ...disabled,
      action: 'token.revoked',
      before: { status: 'user_disabled', lastUsedAt: '2026-11-20T08:30:00.000Z', name: 'active' },
      after: { status: 'revoked', expiresAt: null, permissions: ['Orders: Read', 'Orders: Write'] },
    },
  ])
  await user.click(await screen.findByRole('button', { name: 'Show what changed in entry 12' }))
  const facts = await screen.findByRole('table', { name: 'What changed in entry 12' })
  const rows = within(facts)
    .getAllByRole('row')
    .map((row) => row.textContent)
  expect(rows).toContain('StatusUser disabledRevoked')
  expect(rows).toContain('Expires–Never')
  expect(rows).toContain('Permissions–Orders: Read, Orders: Write')
  expect(rows).toContain('Nameactive–')
  expect(rows.find((row) => row?.startsWith('Last used'))).toContain('20 November 2026')
})

test('Verify chain says how many entries fit together', async () => {
  const { user } = openActivity()
  await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
  expect(await screen.findByText('1,284 entries checked, the chain is unbroken.')).toBeTruthy()
})

test('Verify chain names the first entry that does not fit', async () => {
  const { user } = openActivity([disabled], {
    ...unbroken,
    checked: 41,
    brokenAt: 42,
    break: { kind: 'changed', entry: 42, missing: null, knownFrom: null },
  })
  await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
  expect((await screen.findByRole('alert')).textContent).toContain(
    'entry 42 is the first that does not fit',
  )
})

test('the list is narrowed to one action, and widened again from where nothing fits', async () => {
  const { user, ask, router } = openActivity()
  await user.click(await screen.findByRole('combobox', { name: 'Action' }))
  await user.click(await screen.findByRole('option', { name: 'Revoked a token' }))
  expect(await screen.findByText('No entry matches')).toBeTruthy()
  expect(router.state.location.search).toMatchObject({ action: 'token.revoked' })
  await user.click(screen.getByRole('button', { name: 'Clear filters' }))
  expect(await screen.findByText('Web shop')).toBeTruthy()
  await waitFor(() =>
    expect(
      ask.mock.calls.filter(([call]) => call === 'activity.list').at(-1)?.[1],
    ).not.toHaveProperty('action'),
  )
})

test("on a user's page only what concerns that user is asked for", async () => {
  const user = {
    id: UserId.parse(7),
    kind: 'service_account' as const,
    username: 'web-shop',
    displayName: 'Web shop',
    status: 'active' as const,
    role: null,
    createdAt: 0,
    updatedAt: 0,
    lastSignInAt: null,
    version: 1,
  }
  const { ask } = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'users.get': () => user,
      'activity.list': () => ({ rows: [], total: 0 }),
    },
    '/parametrization/users/7/activity',
  )
  expect(await screen.findByText('Nothing happened yet')).toBeTruthy()
  const asked = ask.mock.calls.find(([call]) => call === 'activity.list')
  expect(asked?.[1]).toMatchObject({ userId: 7 })
})
