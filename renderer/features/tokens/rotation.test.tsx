import { cleanup, screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { SecretInUse, TokenSecrets } from '../../../electron/contract/rotation'
import { hour } from '../../../electron/contract/time'
import type { Token } from '../../../electron/contract/token'
import type { Role } from '../../../electron/contract/user'
import { openWindow, refused, signedIn } from '../../app/testing'
import { exactWords, localZone } from '../../ui/moments'
// The window loads these when a token is rotated first; loaded here they cost the tests no time.
import './RotationDialogs'
import './TokensTab'
import { erpNightly, issued, samples, sapFinance } from './tokens.fixture'

const now = Date.now()
const words = (at: number) => exactWords(at, localZone())

const secretInUse = (more: Partial<SecretInUse>): SecretInUse => ({
  number: 2,
  isCurrent: true,
  since: now - 80 * hour,
  validUntil: null,
  calls: 214,
  lastUsedAt: now - 60_000,
  lastUsedFrom: '10.0.0.8',
  ...more,
})
const old = (more: Partial<SecretInUse> = {}) =>
  secretInUse({
    number: 1,
    isCurrent: false,
    since: now - 999 * hour,
    validUntil: now + 48 * hour,
    calls: 3,
    lastUsedAt: now - 76 * hour,
    lastUsedFrom: '10.0.0.7',
    ...more,
  })
const secretsOf = (...all: SecretInUse[]): TokenSecrets => ({
  all,
  refused: { calls: 0, lastAt: null, lastSource: null },
})

const rotating: Token = {
  ...erpNightly,
  rotations: 1,
  rotatedAt: now - 80 * hour,
  rotatingUntil: now + 48 * hour,
}

type Answers = Parameters<typeof openWindow>[0]

function openTokens(token: Token, answers: Answers = {}, role: Role = 'administrator') {
  return openWindow(
    {
      'session.state': () => signedIn(role),
      'users.get': () => sapFinance,
      'tokens.list': () => ({ rows: [token], total: 1 }),
      'tokens.get': () => token,
      'tokens.secrets': () => secretsOf(secretInUse({}), old()),
      'tokens.samples': () => samples,
      'tokens.rotate': () => ({ ...issued, token: rotating }),
      'calls.refused': () => ({ rows: [], total: 0 }),
      'gateway.state': () => refused('internal'),
      ...answers,
    },
    '/parametrization/users/7/tokens',
  )
}

async function openMenu(user: ReturnType<typeof openTokens>['user']) {
  await user.click(await screen.findByRole('button', { name: 'Actions for ERP nightly' }))
  await screen.findByRole('menu')
  return screen.getAllByRole('menuitem').map((item) => item.textContent)
}

async function askToRotate(user: ReturnType<typeof openTokens>['user']) {
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Rotate' }))
  return within(await screen.findByRole('dialog', { name: 'Rotate “ERP nightly”' }))
}

async function openDetails(user: ReturnType<typeof openTokens>['user']) {
  await openMenu(user)
  await user.click(screen.getByRole('menuitem', { name: 'Details' }))
  const details = within(await screen.findByRole('dialog', { name: 'ERP nightly' }))
  await details.findByRole('table', { name: 'Secrets' })
  return details
}

const askedTo = ({ ask }: ReturnType<typeof openTokens>, call: string) =>
  ask.mock.calls.filter(([one]) => one === call).map(([, input]) => input)

test('what ended is not rotated, and neither does an auditor rotate', async () => {
  const expired = { ...erpNightly, status: 'expired', expiresAt: now - 1 } as const
  expect(await openMenu(openTokens(expired).user)).not.toContain('Rotate')
  cleanup()
  expect(await openMenu(openTokens(erpNightly, {}, 'auditor').user)).not.toContain('Rotate')
  cleanup()
  expect(await openMenu(openTokens(erpNightly).user)).toContain('Rotate')
})

test('a rotation proposes a day of overlap, and shows the new secret once', async () => {
  const main = openTokens(erpNightly)
  const dialog = await askToRotate(main.user)
  const day = dialog.getByRole('radio', { name: '24 hours' }) as HTMLInputElement
  expect(day.checked).toBe(true)
  expect(dialog.getByRole('status').textContent).toMatch(/^Until .* both secrets work/)
  expect(dialog.getByText(new RegExp(erpNightly.id))).toBeTruthy()
  await main.user.click(dialog.getByRole('button', { name: 'Rotate' }))
  const done = within(await screen.findByRole('dialog', { name: 'Token rotated' }))
  expect(done.getByDisplayValue(issued.secret)).toBeTruthy()
  expect(
    await done.findByText(
      new RegExp(`^The old secret works until ${literal(words(now + 48 * hour))}`),
    ),
  ).toBeTruthy()
  expect(askedTo(main, 'tokens.rotate')).toEqual([
    { id: erpNightly.id, version: erpNightly.version, overlap: { kind: 'hours', hours: 24 } },
  ])
})

test('after a leak the old secret goes at once, and the dialog says what that does', async () => {
  const main = openTokens(erpNightly)
  const dialog = await askToRotate(main.user)
  await main.user.click(dialog.getByRole('radio', { name: 'At once: after a leak' }))
  expect(dialog.getByRole('status').textContent).toContain('refused with the next call')
  await main.user.click(dialog.getByRole('button', { name: 'Rotate' }))
  await screen.findByRole('dialog', { name: 'Token rotated' })
  expect(askedTo(main, 'tokens.rotate')).toMatchObject([{ overlap: { kind: 'at_once' } }])
})

test('no overlap reaches beyond the token; what was typed stays, with the latest moment', async () => {
  const expiresAt = now + 12 * hour
  const main = openTokens({ ...erpNightly, expiresAt })
  const dialog = await askToRotate(main.user)
  const choice = (name: string) => dialog.getByRole('radio', { name }) as HTMLInputElement
  expect(choice('1 hour').checked).toBe(true)
  expect(choice('24 hours (longer than the token)').disabled).toBe(true)
  await main.user.click(choice('Until a moment of your choice'))
  const field = dialog.getByRole('textbox', { name: 'Valid until' }) as HTMLInputElement
  await main.user.type(field, '2999-01-01 00:00:00')
  await main.user.click(dialog.getByRole('button', { name: 'Rotate' }))
  expect(dialog.getByText(new RegExp(literal(words(expiresAt))))).toBeTruthy()
  expect(field.value).toBe('2999-01-01 00:00:00')
  expect(askedTo(main, 'tokens.rotate')).toEqual([])
})

test('a refusal of main is a sentence with the latest moment in it, and nothing is lost', async () => {
  const latest = now + hour
  const main = openTokens(erpNightly, {
    'tokens.rotate': () =>
      refused('overlap_beyond_expiry', { field: 'overlap', detail: { latest } }),
  })
  const dialog = await askToRotate(main.user)
  await main.user.click(dialog.getByRole('button', { name: 'Rotate' }))
  expect(await dialog.findByText(new RegExp(`ends on ${literal(words(latest))}`))).toBeTruthy()
  expect(dialog.getByRole<HTMLInputElement>('radio', { name: '24 hours' }).checked).toBe(true)
})

test('rotating again says which older secrets keep their ends', async () => {
  const main = openTokens(rotating)
  const dialog = await askToRotate(main.user)
  expect(await dialog.findByText(`secret 1: valid until ${words(now + 48 * hour)}`)).toBeTruthy()
})

test('the list and the details show until when a token rotates', async () => {
  const main = openTokens(rotating)
  const row = await screen.findByRole('row', { name: /ERP nightly/ })
  expect(within(row).getByText(/^Rotating until /)).toBeTruthy()
  const details = await openDetails(main.user)
  expect(details.getByText(/^Rotating until /)).toBeTruthy()
})

test.each<[string, SecretInUse, SecretInUse, RegExp]>([
  [
    'safe',
    secretInUse({}),
    old(),
    /^Old secret unused for 3 days, new one used 214 times: safe to retire\.$/,
  ],
  [
    'in use',
    secretInUse({}),
    old({ lastUsedAt: now - 4.5 * hour }),
    /^Old secret last used 4 hours ago from 10\.0\.0\.7: not yet\.$/,
  ],
  [
    'too early',
    secretInUse({ since: now - 2.5 * hour }),
    old({ lastUsedAt: null, calls: 0 }),
    /^Old secret unused for 2 hours, new one used 214 times: not yet\./,
  ],
  [
    'not handed over',
    secretInUse({ calls: 0 }),
    old(),
    /^The new secret was not used so far: not yet\./,
  ],
])('an old secret that is %s is told with its evidence', async (_what, current, one, sentence) => {
  const main = openTokens(rotating, { 'tokens.secrets': () => secretsOf(current, one) })
  const details = await openDetails(main.user)
  expect(details.getByText(sentence)).toBeTruthy()
})

test('the counters follow the calls, and the overlap is ended with the evidence in sight', async () => {
  let calls = 214
  const main = openTokens(rotating, {
    'tokens.secrets': () => secretsOf(secretInUse({ calls }), old()),
    'tokens.endOverlap': () => ({ value: erpNightly, enforced: 'at_once' }),
  })
  const details = await openDetails(main.user)
  calls = 215
  main.announce('calls')
  await details.findByText(/new one used 215 times: safe to retire/)
  await main.user.click(details.getByRole('button', { name: 'End overlap now' }))
  const end = within(await screen.findByRole('dialog', { name: /^End the overlap/ }))
  expect(end.getByText(/new one used 215 times: safe to retire/)).toBeTruthy()
  await main.user.click(end.getByRole('button', { name: 'End overlap now' }))
  await screen.findByText(/The next call with it is refused\.$/)
  expect(askedTo(main, 'tokens.endOverlap')).toEqual([
    { id: rotating.id, version: rotating.version, number: 1 },
  ])
})

test('an overlap is extended to what is longer than it is', async () => {
  const main = openTokens(rotating, {
    'tokens.extendOverlap': () => ({ value: rotating, enforced: 'at_once' }),
  })
  const details = await openDetails(main.user)
  await main.user.click(details.getByRole('button', { name: 'Extend overlap' }))
  const dialog = within(await screen.findByRole('dialog', { name: /^Extend the overlap/ }))
  expect(dialog.queryByRole('radio', { name: /At once/ })).toBeNull()
  await main.user.click(dialog.getByRole('radio', { name: '24 hours' }))
  await main.user.click(dialog.getByRole('button', { name: 'Extend' }))
  expect(dialog.getByText(/^It is valid until .* already\./)).toBeTruthy()
  await main.user.click(dialog.getByRole('radio', { name: '7 days' }))
  await main.user.click(dialog.getByRole('button', { name: 'Extend' }))
  await waitFor(() =>
    expect(askedTo(main, 'tokens.extendOverlap')).toEqual([
      {
        id: rotating.id,
        version: rotating.version,
        number: 1,
        overlap: { kind: 'hours', hours: 168 },
      },
    ]),
  )
})

test('calls with a secret that was replaced raise a notice; an auditor reads it all', async () => {
  const main = openTokens(
    rotating,
    {
      'tokens.secrets': () => ({
        ...secretsOf(secretInUse({}), old({ validUntil: now - hour })),
        refused: { calls: 2, lastAt: now - 5.5 * hour, lastSource: '10.0.0.9' },
      }),
    },
    'auditor',
  )
  const details = await openDetails(main.user)
  expect(
    details.getByText(
      /^2 calls with a secret .* were refused, last 5 hours ago from 10\.0\.0\.9\./,
    ),
  ).toBeTruthy()
  expect(details.queryByRole('button', { name: /overlap/ })).toBeNull()
})

test('a token that was never rotated has no section of secrets', async () => {
  const main = openTokens(erpNightly)
  await openMenu(main.user)
  await main.user.click(screen.getByRole('menuitem', { name: 'Details' }))
  const details = within(await screen.findByRole('dialog', { name: 'ERP nightly' }))
  await details.findByText('No call with this token was refused.')
  expect(details.queryByText('Secrets')).toBeNull()
  expect(askedTo(main, 'tokens.secrets')).toEqual([])
})

const literal = (text: string) => text.replaceAll(/[.*+?^${}()|[\]\\]/g, String.raw`\$&`)
