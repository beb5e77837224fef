import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type {
  ActivityExport,
  ActivityGroup,
  ActivityRow,
  ChainState,
} from '../../../electron/contract/activity'
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
  concernsUserId: UserId.parse(7),
  grouped: null,
}

const noon = Date.UTC(2026, 10, 20, 12)

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

function openActivity(
  entries = [disabled],
  chain = unbroken,
  underWay: ActivityExport | null = null,
) {
  return openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'activity.list': ({ action }) => {
        const rows = entries.filter((one) => !action || one.action === action)
        return { rows, total: rows.length }
      },
      'activity.verify': () => ({ ...chain }),
      'activity.verifyWithProof': () => ({ ...chain, proof: { entry: 900, at: noon } }),
      'activity.export': () => true,
      'activity.exportState': () => underWay,
      'activity.exportCancel': () => undefined,
      'activity.signingKey': () => ({ publicKey: 'PEM', fingerprint: 'AB:CD' }),
      'users.list': () => ({ rows: [], total: 0 }),
    },
    '/audit/activity',
  )
}

const changesIn = async (seq: number) => {
  const table = await screen.findByRole('table', { name: `What changed in entry ${seq}` })
  return within(table)
    .getAllByRole('row')
    .map((row) => row.textContent)
}

test('an entry says who did what to what, and opens to the difference it made', async () => {
  const { user } = openActivity()
  const row = (await screen.findByText('Disabled a token')).closest('tr')!
  expect(row.textContent).toBe('2 hours agoAda LovelaceDisabled a tokenWeb shop')
  expect(within(row).getByRole('link', { name: 'Web shop' }).getAttribute('href')).toBe(
    '/parametrization/users/7/tokens?show=all&search=aaaaaaaaaaaa',
  )
  const open = within(row).getByRole('button', { name: 'Show what changed in entry 12' })
  await user.click(open)
  expect(await changesIn(12)).toEqual(['Enabled−Removed: Yes+Added: No'])
  expect(open.getAttribute('aria-expanded')).toBe('true')
})

test('facts are read as people write them: moments, Never, items of lists, Keyward’s own words', async () => {
  const { user } = openActivity([
    {
      ...disabled,
      action: 'token.revoked',
      before: {
        status: 'user_disabled',
        lastUsedAt: '2026-11-20T08:30:00.000Z',
        name: 'active',
        permissions: ['Orders: Read', 'Invoices: Read'],
      },
      after: {
        status: 'revoked',
        expiresAt: null,
        name: 'active',
        permissions: ['Orders: Read', 'Orders: Write'],
      },
    },
  ])
  await user.click(await screen.findByRole('button', { name: 'Show what changed in entry 12' }))
  const rows = await changesIn(12)
  expect(rows).toContain('Status−Removed: User disabled+Added: Revoked')
  expect(rows).toContain('ExpiresNever')
  expect(rows).toContain('Permissions−Removed: Invoices: Read+Added: Orders: Write1 unchanged')
  expect(rows).toContain('Nameactiveunchanged')
  expect(rows.find((row) => row?.startsWith('Last used'))).toMatch(/20 Nov 2026, \d\d:30$/)
})

test('entries of one action are folded under one row, which opens to them', async () => {
  const group = 'bulk:1' as ActivityGroup
  const { user, ask } = openActivity([
    {
      ...disabled,
      group,
      grouped: { count: 12, action: 'token.disabled', subjectKind: 'token' },
    },
  ])
  const row = (await screen.findByText('Bulk change: Disabled a token')).closest('tr')!
  expect(row.textContent).toContain('12 tokens')
  await user.click(within(row).getByRole('button'))
  await waitFor(() => expect(ask).toHaveBeenCalledWith('activity.list', { group, pageSize: 25 }))
})

test('Verify chain says how many entries fit together', async () => {
  const { user } = openActivity()
  await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
  expect(await screen.findByText('1,284 entries checked, the chain is unbroken.')).toBeTruthy()
})

test('Verify chain says from when to when, and up to which anchor', async () => {
  const { user } = openActivity()
  await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
  const notice = (await screen.findByText(/entries checked/)).closest('[role=status]')!
  expect(notice.textContent).toContain('They go from 2 Jan 2026 to 20 Nov 2026.')
  expect(notice.textContent).toContain(
    '40 anchors outside the database; the last is of entry 1,284',
  )
  expect(notice.textContent).toContain('An older copy of the whole profile would not show')
  await user.click(screen.getByRole('button', { name: 'Compare with an exported proof' }))
  expect(await screen.findByText(/held against the proof/)).toBeTruthy()
  expect(screen.queryByText(/older copy of the whole profile/)).toBeNull()
})

const broken: [ChainState['break'], string][] = [
  [{ kind: 'changed', entry: 42, missing: null, knownFrom: null }, 'Entry 42 was changed'],
  [{ kind: 'removed', entry: 42, missing: 2, knownFrom: null }, 'Entries 42 to 43 were removed.'],
  [{ kind: 'inserted', entry: 42, missing: null, knownFrom: null }, 'Entry 42 was inserted'],
  [{ kind: 'moved', entry: 42, missing: null, knownFrom: null }, 'in the place of another one'],
  [{ kind: 'not_ours', entry: 42, missing: null, knownFrom: null }, 'Entry 42, the last one,'],
  [
    { kind: 'cut_off', entry: 42, missing: 3, knownFrom: 'anchor' },
    '3 entries were cut off at the end, after entry 41: an anchor outside the database knows',
  ],
  [
    { kind: 'cut_off', entry: 42, missing: null, knownFrom: 'proof' },
    'others were written in their place: the exported proof knows',
  ],
]

test('Verify chain says what was done, and where', async () => {
  const chain = { ...unbroken, checked: 41, brokenAt: 42 }
  const { user } = openActivity([disabled], chain)
  for (const [found, sentence] of broken) {
    chain.break = found
    await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
    const notice = (await screen.findByText(sentence, { exact: false })).closest('[role=alert]')
    expect(notice?.textContent).toContain('The chain is broken')
  }
})

test('Verify chain says that the anchors are missing, or were not as they were left', async () => {
  const { user } = openActivity([disabled], {
    ...unbroken,
    anchors: { count: 0, last: null, fault: 'missing', line: null },
    notAsLeft: { entry: 7, at: noon },
  })
  await user.click(await screen.findByRole('button', { name: 'Verify chain' }))
  expect(await screen.findByText(/The file with the anchors is missing/)).toBeTruthy()
  expect(screen.getByText(/found the anchors not as it had left them; entry 7/)).toBeTruthy()
})

test('what is filtered is exported, with progress and a way to stop it', async () => {
  const { user, ask } = openActivity([disabled], unbroken, {
    state: 'running',
    file: 'activity.jsonl',
    proof: 'activity.proof.json',
    rows: 5000,
    totalRows: 20_000,
    failure: null,
  })
  expect(await screen.findByText('Writing activity.jsonl: 5,000 of 20,000 entries')).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Export' }).hasAttribute('disabled')).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Cancel' }))
  await waitFor(() => expect(ask).toHaveBeenCalledWith('activity.exportCancel', undefined))
})

test('an export takes the filters along', async () => {
  const { user, ask, router } = openActivity()
  await router.navigate({
    to: '/audit/activity',
    search: { action: 'token.disabled', kind: 'token', object: 'aaaaaaaaaaaa' } as never,
  })
  await user.click(await screen.findByRole('button', { name: 'Export' }))
  await user.click(await screen.findByRole('menuitem', { name: /JSON Lines with a proof/ }))
  await waitFor(() =>
    expect(ask).toHaveBeenCalledWith('activity.export', {
      format: 'jsonl',
      filter: { action: 'token.disabled', subjectKind: 'token', subjectId: 'aaaaaaaaaaaa' },
    }),
  )
})

test('the fingerprint of the signing key is there to be compared', async () => {
  openActivity()
  expect(await screen.findByText('AB:CD')).toBeTruthy()
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
      'users.list': () => ({ rows: [], total: 0 }),
    },
    '/parametrization/users/7/activity',
  )
  expect(await screen.findByText('Nothing happened yet')).toBeTruthy()
  const asked = ask.mock.calls.find(([call]) => call === 'activity.list')
  expect(asked?.[1]).toMatchObject({ userId: 7 })
})
