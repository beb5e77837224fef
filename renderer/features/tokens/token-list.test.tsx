import { screen, waitFor, within } from '@testing-library/react'
import { expect, onTestFinished, test, vi } from 'vitest'
import { EntityId } from '../../../electron/contract/id'
import { Policy, type KeptPolicy } from '../../../electron/contract/policy'
import type { Role } from '../../../electron/contract/user'
import { openWindow, refused, signedIn } from '../../app/testing'
import { erpNightly, sapFinance } from './tokens.fixture'

type Answers = Parameters<typeof openWindow>[0]

function openTokens(answers: Answers = {}, role: Role = 'administrator') {
  return openWindow(
    {
      'session.state': () => signedIn(role),
      'users.get': () => sapFinance,
      'tokens.list': () => ({ rows: [erpNightly], total: 1 }),
      'tokens.get': () => erpNightly,
      'tokens.revoke': () => ({ value: erpNightly, enforced: 'at_once' }),
      'tokens.setEnabled': () => ({ value: erpNightly, enforced: 'gateway_stopped' }),
      'calls.refused': () => ({ rows: [], total: 0 }),
      ...answers,
    },
    '/parametrization/users/7/tokens',
  )
}

const inList = (token: typeof erpNightly): Answers => ({
  'tokens.list': () => ({ rows: [token], total: 1 }),
})

async function openMenu(user: ReturnType<typeof openTokens>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Actions for ERP nightly' }))
  return screen.findByRole('menu')
}

async function askToDelete(user: ReturnType<typeof openTokens>['user']) {
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Delete' }))
  return within(await screen.findByRole('dialog', { name: 'Delete “ERP nightly”?' }))
}

test('an auditor sees the tokens and their details, and nothing that changes them', async () => {
  const { user } = openTokens({}, 'auditor')
  await openMenu(user)
  expect(screen.getAllByRole('menuitem').map((item) => item.textContent)).toEqual([
    'Details',
    'Explain a call',
  ])
  expect(screen.queryByRole('button', { name: 'Create new token', hidden: true })).toBeNull()
})

test('a token that was never used is deleted without its name', async () => {
  const { user, ask } = openTokens()
  const dialog = await askToDelete(user)
  expect(dialog.getByText('Never used so far.')).toBeTruthy()
  expect(dialog.queryByLabelText('Token name')).toBeNull()
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  await screen.findByText('“ERP nightly” is deleted. The next call with it is refused.')
  expect(ask).toHaveBeenCalledWith('tokens.revoke', { id: erpNightly.id })
})

test('a token used within 24 hours is deleted only by its name', async () => {
  const used = { ...erpNightly, lastUsedAt: Date.now() - 3_600_000, lastUsedFrom: '10.0.0.9' }
  const { user, ask } = openTokens(inList(used))
  const dialog = await askToDelete(user)
  expect(dialog.getByText(/from 10\.0\.0\.9/)).toBeTruthy()
  const button = dialog.getByRole('button', { name: 'Delete' }) as HTMLButtonElement
  expect(button.disabled).toBe(true)
  await user.type(dialog.getByLabelText('Token name'), 'ERP night')
  expect(button.disabled).toBe(true)
  await user.type(dialog.getByLabelText('Token name'), 'ly')
  await user.click(button)
  await waitFor(() =>
    expect(ask).toHaveBeenCalledWith('tokens.revoke', { id: used.id, name: 'ERP nightly' }),
  )
})

test('a token used a moment ago, unknown to the list, still asks for its name', async () => {
  const { user, ask } = openTokens({
    'tokens.revoke': ({ name }) =>
      name === undefined
        ? refused('name_confirmation_needed', { field: 'name' })
        : { value: erpNightly, enforced: 'at_once' },
  })
  const dialog = await askToDelete(user)
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  await user.type(await dialog.findByLabelText('Token name'), 'ERP nightly')
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  await waitFor(() =>
    expect(ask).toHaveBeenLastCalledWith('tokens.revoke', {
      id: erpNightly.id,
      name: 'ERP nightly',
    }),
  )
})

test('Disable asks first and says since when it is enforced', async () => {
  const { user, ask } = openTokens()
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Disable' }))
  const dialog = within(await screen.findByRole('dialog', { name: 'Disable “ERP nightly”?' }))
  expect(ask).not.toHaveBeenCalledWith('tokens.setEnabled', expect.anything())
  await user.click(dialog.getByRole('button', { name: 'Disable' }))
  await screen.findByText(/“ERP nightly” is disabled\. The gateway is stopped; once it runs again/)
  expect(ask).toHaveBeenCalledWith('tokens.setEnabled', {
    id: erpNightly.id,
    version: 1,
    enabled: false,
  })
})

test('a refused call appears on the open token by itself, with its reason in words', async () => {
  let rows: object[] = []
  const { user, announce } = openTokens({
    'calls.refused': () => ({ rows: rows as never, total: rows.length }),
  })
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Details' }))
  const details = within(await screen.findByRole('dialog', { name: 'ERP nightly' }))
  await details.findByText('No call with this token was refused.')
  rows = [
    {
      id: 1,
      at: Date.now(),
      source: '10.0.0.9',
      tokenId: erpNightly.id,
      tokenName: erpNightly.name,
      userId: 7,
      method: 'DELETE',
      entity: 'invoices',
      permission: 'delete',
      reason: 'not_granted',
      status: 403,
    },
  ]
  announce('calls')
  const calls = await details.findByRole('table', { name: 'Refused calls' })
  expect(calls.textContent).toContain('DELETEDelete on invoices')
  expect(calls.textContent).toContain('The token lacks this permission')
  expect(calls.textContent).toContain('10.0.0.9')
})

const kept: KeptPolicy = {
  ...Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 1200 }),
  version: 1,
  callsCountedFrom: 0,
}

/** The term and what it is, as they stand beside each other. */
const fact = async (user: ReturnType<typeof openTokens>['user'], name: string) => {
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Details' }))
  return (await screen.findByText(name)).nextElementSibling?.textContent
}

test('the details say which rate the policy gives, and until when a token may go unused', async () => {
  const unusedSince = Date.now() - 10 * 86_400_000
  const { user } = openTokens({
    'tokens.get': () => ({ ...erpNightly, unusedSince }),
    'policy.get': () => ({ ...kept, unusedDisableDays: 30 }),
  })
  expect(await fact(user, 'Calls per minute')).toBe('1,200, by policy')
  const end = screen.getByText('Refused if unused until').nextElementSibling!
  const time = end.querySelector('time')!
  expect(time.dateTime).toBe(new Date(unusedSince + 30 * 86_400_000).toISOString())
})

test('a rate of its own stands alone, and no day is named where no rule counts unused ones', async () => {
  const { user } = openTokens({
    'tokens.get': () => ({ ...erpNightly, callsPerMinute: 60, unusedSince: Date.now() }),
    'policy.get': () => kept,
  })
  expect(await fact(user, 'Calls per minute')).toBe('60')
  expect(screen.queryByText('Refused if unused until')).toBeNull()
})

async function deleteIt(user: ReturnType<typeof openTokens>['user']) {
  const dialog = await askToDelete(user)
  await user.click(dialog.getByRole('button', { name: 'Delete' }))
  await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  return screen.findByText(/^“ERP nightly” is deleted\./)
}

test('a click elsewhere or another page takes the note away', async () => {
  const { user, router } = openTokens()
  await deleteIt(user)
  await user.click(screen.getByRole('heading', { name: 'SAP Finance' }))
  expect(screen.queryByText(/is deleted\./)).toBeNull()

  await deleteIt(user)
  router.history.push('/settings')
  await screen.findByRole('heading', { name: 'Settings' })
  expect(screen.queryByText(/is deleted\./)).toBeNull()
})

test('a failure stays until it is closed', async () => {
  const disabled = { ...erpNightly, enabled: false }
  const { user, router } = openTokens({
    ...inList(disabled),
    'tokens.setEnabled': () => refused('changed_meanwhile'),
  })
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Enable' }))
  const note = await screen.findByText(/Your change was not saved/)
  await user.click(screen.getByRole('heading', { name: 'SAP Finance' }))
  router.history.push('/settings')
  await screen.findByRole('heading', { name: 'Settings' })
  expect(note.isConnected).toBe(true)
  await user.click(screen.getByRole('button', { name: 'Close' }))
  await waitFor(() => expect(note.isConnected).toBe(false))
})

const threeGrants = {
  ...erpNightly,
  grants: ['Invoices', 'Orders', 'Products'].map((entityTitle, at) => ({
    entityId: EntityId.parse(at + 1),
    entityName: entityTitle.toLowerCase(),
    entityTitle,
    permissions: ['read' as const],
  })),
}

test.each([
  ['narrow', true, ['Invoices R', '+2']],
  ['wide', false, ['Invoices R', 'Orders R', '+1']],
])(
  'a %s window shows as many permissions as fit and counts the rest',
  async (_size, matches, said) => {
    vi.stubGlobal('matchMedia', (media: string) => ({
      media,
      matches: matches && media.includes('max-width'),
      addEventListener: () => {},
      removeEventListener: () => {},
    }))
    onTestFinished(() => void vi.unstubAllGlobals())
    openTokens(inList(threeGrants))
    await screen.findByText('Invoices')
    const chips = [...document.querySelectorAll('.MuiChip-label')]
    expect(chips.map((chip) => chip.textContent)).toEqual(said)
    expect(screen.getByTitle('ERP nightly')).toBeTruthy()
  },
)
