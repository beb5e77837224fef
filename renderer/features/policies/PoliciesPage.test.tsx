import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Given } from '../../../electron/contract/index'
import { Policy, type KeptPolicy } from '../../../electron/contract/policy'
import { impactKinds, PolicyImpact, type ImpactRow } from '../../../electron/contract/policy-impact'
import type { Role } from '../../../electron/contract/user'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './PoliciesPage'

const noImpact: PolicyImpact = {
  counts: Object.fromEntries(impactKinds.map((kind) => [kind, 0])) as PolicyImpact['counts'],
  tokens: 0,
  stopping: 0,
  stoppingInUse: 0,
  rows: [],
}
const row: ImpactRow = {
  id: 'AAAAAAAAAAAA' as ImpactRow['id'],
  name: 'ERP',
  userId: 2 as ImpactRow['userId'],
  userName: 'SAP Finance',
  kinds: ['ends_at_once'],
  isInUse: true,
  lastUsedAt: Date.now() - 60_000,
  lastUsedFrom: '10.0.0.7',
  expiresBefore: Date.UTC(2027, 2, 31, 12),
  expiresAfter: Date.UTC(2026, 1, 1, 12),
  expiryZone: 'UTC',
}
const stops: PolicyImpact = {
  ...noImpact,
  counts: { ...noImpact.counts, ends_at_once: 242 },
  tokens: 242,
  stopping: 242,
  stoppingInUse: 2,
  rows: [row, { ...row, id: 'BBBBBBBBBBBB' as ImpactRow['id'], name: 'Shop', isInUse: false }],
}

type Fake = {
  role?: Role
  stored?: Partial<KeptPolicy>
  impact?: PolicyImpact
  /** Instead of the first save. */
  instead?: () => KeptPolicy
}

function openPolicies({ role = 'administrator', stored, impact = noImpact, instead }: Fake = {}) {
  let now: KeptPolicy = {
    ...Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }),
    version: 3,
    callsCountedFrom: Date.now() - 86_400_000,
    ...stored,
  }
  let meanwhile = instead
  const saved: Given<'policy.set'>[] = []
  const opened = openWindow(
    {
      'session.state': () => signedIn(role),
      'policy.get': () => now,
      'policy.preview': () => impact,
      'policy.set': (change) => {
        saved.push(change)
        if (meanwhile) {
          now = meanwhile()
          meanwhile = undefined
          return refused('changed_meanwhile')
        }
        const { confirmedStopping: _seen, ...policy } = change
        now = { ...now, ...policy, version: now.version + 1 }
        return { value: now, enforced: 'at_once' as const }
      },
    },
    '/parametrization/policies',
  )
  return { ...opened, saved, stored: () => now }
}

const field = (name: string) => screen.findByRole<HTMLInputElement>('textbox', { name })
const save = () => screen.getByRole('button', { name: 'Save' })

test('a policy that stops tokens in use is saved only after their number was typed', async () => {
  const { user, saved } = openPolicies({ impact: stops })
  await user.clear(await field('Longest lifetime'))
  await user.type(await field('Longest lifetime'), '90')
  await user.click(save())
  const dialog = await screen.findByRole('dialog', { name: 'This policy stops tokens' })
  const alerts = within(dialog).getAllByRole('alert')
  expect(alerts[0]?.textContent).toContain(
    '2 tokens that were called within the last 24 hours stop',
  )
  expect(alerts[1]?.textContent).toContain('240 other tokens stop as well')
  const [, first, second] = within(dialog).getAllByRole('row')
  expect(first?.textContent).toContain('ERPSAP FinanceEnds at onceIn use1 minute agofrom 10.0.0.7')
  expect(first?.textContent).toContain('31 Mar 20271 Feb 2026')
  expect(second?.textContent).not.toContain('In use')
  expect(within(dialog).getByText(/And 240 more/)).toBeTruthy()

  const confirm = within(dialog).getByRole<HTMLButtonElement>('button', { name: 'Save policy' })
  expect(confirm.disabled).toBe(true)
  const typed = within(dialog).getByRole('textbox', { name: 'Tokens in use that stop' })
  await user.type(typed, '1')
  expect(confirm.disabled).toBe(true)
  await user.clear(typed)
  await user.type(typed, '2')
  await user.click(confirm)
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toMatchObject({ longestLifetimeDays: 90, version: 3, confirmedStopping: 2 })
  expect(
    await screen.findByText(/The policy was saved. It holds from the next call on./),
  ).toBeTruthy()
})

test('the list shows one kind where that is chosen', async () => {
  const counts = { ...noImpact.counts, ends_at_once: 1, flagged: 2 }
  const { user, ask } = openPolicies({ impact: { ...stops, counts, tokens: 3 } })
  await user.clear(await field('Longest lifetime'))
  await user.type(await field('Longest lifetime'), '90')
  await user.click(save())
  const dialog = await screen.findByRole('dialog')
  expect(within(dialog).getAllByRole('button', { pressed: false })).toHaveLength(2)
  await user.click(within(dialog).getByRole('button', { name: 'Marked as unused: 2' }))
  await waitFor(() =>
    expect(ask).toHaveBeenCalledWith(
      'policy.preview',
      expect.objectContaining({ kind: 'flagged' }),
    ),
  )
})

test('what changes no token and allows no less is saved without a question', async () => {
  const { user, saved } = openPolicies()
  await user.click(await screen.findByRole('switch', { name: 'No limit' }))
  await user.click(screen.getByRole('switch', { name: 'Allow tokens that never expire' }))
  await user.click(save())
  await waitFor(() => expect(saved).toHaveLength(1))
  expect(saved[0]).toMatchObject({ longestLifetimeDays: null, neverAllowed: true })
})

test('fewer calls a minute are asked about, though no token is listed', async () => {
  const { user, saved } = openPolicies()
  await user.clear(await field('Calls per minute'))
  await user.type(await field('Calls per minute'), '60')
  await user.click(save())
  const dialog = await screen.findByRole('dialog', { name: 'Save this policy?' })
  expect(dialog.textContent).toContain('may make 60 calls a minute')
  expect(within(dialog).queryByRole('table')).toBeNull()
  await user.click(within(dialog).getByRole('button', { name: 'Save policy' }))
  await waitFor(() => expect(saved).toHaveLength(1))
})

test('numbers that cannot be are refused at their field, and nothing is asked', async () => {
  const { user, saved } = openPolicies()
  await user.clear(await field('Longest lifetime'))
  await user.click(screen.getByRole('switch', { name: 'Never refuse' }))
  await user.clear(await field('Refuse calls after'))
  await user.type(await field('Refuse calls after'), '90')
  await user.click(save())
  expect(await screen.findByText(/whole number of days, from 1 to 36500/)).toBeTruthy()
  await user.type(await field('Longest lifetime'), '400')
  await user.click(save())
  expect(await screen.findByText(/later than the day on which a token is marked/)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(saved).toEqual([])
})

test('forms of names are tried out where they are written', async () => {
  const { user, saved } = openPolicies()
  await user.type(await field('Allowed forms'), 'ERP-##{enter}shop, *')
  expect(screen.getByText('Names that fit: ERP-77, shop, Text')).toBeTruthy()
  await user.type(await field('Try a name'), 'ERP-1')
  expect(screen.getByText('Fits none of the forms')).toBeTruthy()
  await user.type(await field('Try a name'), '2{enter}')
  expect(screen.getByText('Fits ERP-##')).toBeTruthy()
  expect(saved).toEqual([])
  await user.click(save())
  await waitFor(() => expect(saved[0]?.namePatterns).toEqual(['ERP-##', 'shop, *']))
})

test('reminders are added and removed, and stay in order', async () => {
  const { user, saved } = openPolicies()
  await user.type(await field('Another reminder'), '7{enter}')
  expect(screen.getByText(/more than once/)).toBeTruthy()
  await user.clear(await field('Another reminder'))
  await user.type(await field('Another reminder'), '366')
  await user.click(screen.getByRole('button', { name: 'Add' }))
  expect(screen.getByText(/from 0 to 365/)).toBeTruthy()
  await user.clear(await field('Another reminder'))
  await user.type(await field('Another reminder'), '21{enter}')
  await user.type(screen.getByRole('button', { name: '60 days before' }), '{Delete}')
  await user.click(save())
  await waitFor(() => expect(saved[0]?.reminderDays).toEqual([30, 21, 14, 7, 1, 0]))
})

test('a policy that was changed meanwhile is said, and what was typed is kept', async () => {
  const { user, saved, stored } = openPolicies({
    instead: () => ({ ...stored(), callsPerMinute: 100, version: 4 }),
  })
  await user.click(await screen.findByRole('switch', { name: 'Propose none' }))
  await user.click(save())
  expect(await screen.findByText(/Somebody changed this while you were looking/)).toBeTruthy()
  await waitFor(async () => expect((await field('Calls per minute')).value).toBe('100'))
  expect((await field('Proposed lifetime')).value).toBe('90')
  await user.click(save())
  await waitFor(() => expect(saved).toHaveLength(2))
  expect(saved[1]).toMatchObject({ version: 4, defaultLifetimeDays: 90, callsPerMinute: 100 })
})

test('where calls were never counted, the page says from when days unused count', async () => {
  openPolicies({ stored: { callsCountedFrom: null } })
  expect(await screen.findByText(/because the gateway has not run yet/)).toBeTruthy()
})

test('an auditor sees the policy and cannot change it', async () => {
  openPolicies({ role: 'auditor', stored: { longestLifetimeDays: null, neverAllowed: true } })
  const days = await field('Longest lifetime')
  expect([days.disabled, days.value]).toEqual([true, 'No limit'])
  const never = screen.getByRole<HTMLInputElement>('switch', {
    name: 'Allow tokens that never expire',
  })
  expect([never.disabled, never.checked]).toEqual([true, true])
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
  expect(screen.queryByRole('textbox', { name: 'Another reminder' })).toBeNull()
  expect(screen.getByText('60 days before')).toBeTruthy()
})
