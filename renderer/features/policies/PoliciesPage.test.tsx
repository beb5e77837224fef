import { Policy } from '../../../electron/contract/policy'
import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Role } from '../../../electron/contract/user'
import { openWindow, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './PoliciesPage'

function openPolicies(role: Role, stored: Policy) {
  const saved: Policy[] = []
  const opened = openWindow(
    {
      'session.state': () => signedIn(role),
      'policy.get': () => saved.at(-1) ?? stored,
      'policy.set': (policy) => {
        saved.push(policy)
        return { value: policy, enforced: 'at_once' as const }
      },
    },
    '/parametrization/policies',
  )
  return { ...opened, saved }
}

const days = () => screen.findByRole<HTMLInputElement>('textbox', { name: 'Longest lifetime' })
const save = () => screen.getByRole('button', { name: 'Save' })

test('a shorter lifetime is saved only after a warning that tokens stop working', async () => {
  const { user, saved } = openPolicies(
    'administrator',
    Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }),
  )
  await user.clear(await days())
  await user.type(await days(), '90')
  await user.click(save())
  const question = await screen.findByRole('dialog', { name: 'Make the policy stricter?' })
  expect(question.textContent).toContain('created more than 90 days ago stop working')
  expect(saved).toEqual([])
  await user.click(within(question).getByRole('button', { name: 'Save policy' }))
  await waitFor(() =>
    expect(saved).toEqual([
      Policy.parse({ longestLifetimeDays: 90, neverAllowed: false, callsPerMinute: 600 }),
    ]),
  )
  expect(
    await screen.findByText(/The policy was saved. It holds from the next call on./),
  ).toBeTruthy()
})

test('a looser policy is saved without a question', async () => {
  const { user, saved } = openPolicies(
    'administrator',
    Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }),
  )
  await user.click(await screen.findByRole('switch', { name: 'No limit' }))
  await user.click(screen.getByRole('switch', { name: 'Allow tokens that never expire' }))
  await user.click(save())
  await waitFor(() =>
    expect(saved).toEqual([
      Policy.parse({ longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }),
    ]),
  )
})

test('a number of days that cannot be is refused at its field, and nothing is asked', async () => {
  const { user, saved } = openPolicies(
    'administrator',
    Policy.parse({ longestLifetimeDays: 366, neverAllowed: false, callsPerMinute: 600 }),
  )
  await user.clear(await days())
  await user.click(save())
  expect(await screen.findByText(/whole number of days, from 1 to 36500/)).toBeTruthy()
  expect(screen.queryByRole('dialog')).toBeNull()
  expect(saved).toEqual([])
})

test('an auditor sees the policy and cannot change it', async () => {
  openPolicies(
    'auditor',
    Policy.parse({ longestLifetimeDays: null, neverAllowed: true, callsPerMinute: 600 }),
  )
  expect((await days()).disabled).toBe(true)
  expect((await days()).value).toBe('No limit')
  const never = screen.getByRole<HTMLInputElement>('switch', {
    name: 'Allow tokens that never expire',
  })
  expect([never.disabled, never.checked]).toEqual([true, true])
  expect(screen.queryByRole('button', { name: 'Save' })).toBeNull()
})
