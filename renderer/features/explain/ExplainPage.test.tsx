import { cleanup, screen, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import { verdictChecks, type Explanation } from '../../../electron/contract/explain'
import { EntityId } from '../../../electron/contract/id'
import type { Token } from '../../../electron/contract/token'
import { erpToken } from '../../app/examples.fixture'
import { openWindow, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './ExplainPage'

const token: Token = { ...erpToken, status: 'disabled', enabled: false }

const failed = verdictChecks.indexOf('enabled')

const disabled: Explanation = {
  token,
  userName: 'SAP Finance',
  presented: null,
  at: 1_795_219_200_123,
  allowed: false,
  reason: 'disabled',
  checks: verdictChecks.map((check, place) => ({
    check,
    outcome: place < failed ? 'passed' : place === failed ? 'failed' : 'not_reached',
    facts: {},
  })),
}

const open = (address: string) =>
  openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'tokens.find': ({ search }) =>
        !search || 'erp nightly AbCdEf012345'.includes(search)
          ? [{ token, userName: 'SAP Finance' }]
          : [],
      'entities.names': () => [{ id: EntityId.parse(1), name: 'orders', title: 'Orders' }],
      'calls.explain': () => disabled,
    },
    `/api/explain${address}`,
  )

const asked = (main: ReturnType<typeof open>) =>
  main.ask.mock.calls.filter(([call]) => call === 'calls.explain').map(([, input]) => input)

test('a refused call is asked about as it was, to the millisecond, also when it is asked again', async () => {
  const at = disabled.at
  const main = open(
    `?tokenId=%22${token.id}%22&at=${at}&source=%2210.1.2.3%22&entity=%22gone%22&permission=%22write%22`,
  )
  const picker = await screen.findByRole('combobox', { name: 'Token' })
  expect((picker as HTMLInputElement).value).toBe('ERP nightly · SAP Finance')
  expect(screen.getByText('gone (there is no such entity)')).toBeTruthy()
  await main.user.click(screen.getByRole('button', { name: 'Explain' }))
  const call = {
    tokenId: token.id,
    entity: 'gone',
    permission: 'write',
    at,
    source: '10.1.2.3',
    secret: 'in_use',
  }
  expect(asked(main)[0]).toEqual(call)
  expect(asked(main).at(-1)).toEqual(call)
})

test('where the checks say something else than the list of refused calls, the page says why', async () => {
  const listed = (reason: string) =>
    `?tokenId=%22${token.id}%22&at=${disabled.at}&reason=%22${reason}%22`
  const { user } = open(listed('wrong_secret'))
  await screen.findByText(/^The gateway refused this call: .*secret.* rights alone\.$/)
  await user.click(screen.getByRole('button', { name: 'Explain' }))
  expect(screen.queryByText(/^The gateway refused this call/)).toBeNull()
  cleanup()

  open(listed('expired'))
  await screen.findByText(/^The gateway refused this call: .*expired.* what holds now\.$/)
  cleanup()

  open(listed('disabled'))
  await screen.findByText('Refused: The token is disabled')
  expect(screen.queryByText(/^The gateway refused this call/)).toBeNull()
})

test('the first check that failed is marked, with what to do and the way there', async () => {
  open(`?tokenId=%22${token.id}%22`)
  expect(await screen.findByText('Refused: The token is disabled')).toBeTruthy()
  expect(screen.getByText(/Enable the token/)).toBeTruthy()
  expect(screen.getByRole('link', { name: 'Open the token' }).getAttribute('href')).toContain(
    `/parametrization/users/7/tokens?search=${token.id}`,
  )
  const checks = within(screen.getByRole('list', { name: 'Checks in their order' }))
  const words = checks.getAllByRole('listitem').map((item) => item.textContent)
  expect(words[failed]).toBe('The token is enabled – no; the call is refused here')
  expect(words.slice(failed + 1).every((one) => one?.endsWith('not checked any more'))).toBe(true)
})

test('without a token, a date that is none or an address that is none, nothing is asked', async () => {
  const main = open('')
  await main.user.click(await screen.findByRole('button', { name: 'Explain' }))
  expect(await screen.findByText('Choose the token that the call was made with.')).toBeTruthy()
  await main.user.type(screen.getByRole('combobox', { name: 'Token' }), 'erp')
  await main.user.click(await screen.findByRole('option'))
  await main.user.type(screen.getByRole('textbox', { name: 'Date and time' }), 'yesterday')
  await main.user.type(screen.getByRole('textbox', { name: 'Source address' }), '10.1.2')
  await main.user.click(screen.getByRole('button', { name: 'Explain' }))
  expect(screen.getByText('Write it like 2027-03-31 08:30:00.')).toBeTruthy()
  expect(screen.getByRole('textbox', { name: 'Source address' }).getAttribute('aria-invalid')).toBe(
    'true',
  )
  expect(asked(main)).toEqual([])
})

test('a call with a secret that was replaced is asked about with that secret, and no other token shows one', async () => {
  const rotated = { ...token, rotations: 2 }
  const secret = { isCurrent: false, since: null, calls: 0, lastUsedAt: null, lastUsedFrom: null }
  const at = disabled.at
  const main = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'tokens.find': () => [{ token: rotated, userName: 'SAP Finance' }],
      'entities.names': () => [],
      'tokens.secrets': () => ({
        all: [
          { ...secret, number: 3, isCurrent: true, validUntil: null },
          { ...secret, number: 2, validUntil: at + 1 },
          { ...secret, number: 1, validUntil: at },
        ],
        refused: { calls: 1, lastAt: at, lastSource: '10.0.0.7' },
      }),
      'calls.explain': () => ({ ...disabled, reason: 'secret_replaced', presented: 1 }),
    },
    `/api/explain?tokenId=%22${token.id}%22&at=${at}&secret=%22replaced%22&reason=%22secret_replaced%22`,
  )
  const choice = await screen.findByRole('combobox', { name: 'Secret' })
  await screen.findByText(/^Secret 1, valid until/)
  expect(await screen.findByText('Judged for secret 1, an earlier one')).toBeTruthy()
  await main.user.click(choice)
  await main.user.click(await screen.findByRole('option', { name: /^Secret 2, valid until/ }))
  await main.user.click(screen.getByRole('button', { name: 'Explain' }))
  expect(asked(main)).toMatchObject([{ secret: 'replaced' }, { secret: 2, at }])
  cleanup()

  open(`?tokenId=%22${token.id}%22`)
  await screen.findByRole('combobox', { name: 'Token' })
  expect(screen.queryByRole('combobox', { name: 'Secret' })).toBeNull()
})
