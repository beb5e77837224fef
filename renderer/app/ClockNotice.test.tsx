import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ClockState } from '../../electron/contract/clock'
import { refused, openWindow, signedIn } from './testing'

const noon = Date.UTC(2026, 10, 21, 12)
const year = 365 * 86_400_000
const right: ClockState = { now: noon, wall: noon, moved: null, byMilliseconds: 0 }
const back: ClockState = {
  now: noon,
  wall: noon - 3 * year,
  moved: 'back',
  byMilliseconds: 3 * year,
}

function openWith(state: ClockState, role: 'administrator' | 'auditor' = 'administrator') {
  let clock = state
  const opened = openWindow({
    'session.state': () => signedIn(role),
    'overview.get': () => refused('internal'),
    'clock.state': () => clock,
    'clock.correct': () => {
      clock = right
      return { value: clock, enforced: 'at_once' as const }
    },
  })
  return { ...opened, set: (next: ClockState) => void (clock = next) }
}

const notice = () => screen.findByText(/The clock of this computer went back by 3 years/)

test('a clock that was put back is said on every page until an administrator accepts it', async () => {
  const { user, announce } = openWith(back)
  expect((await notice()).textContent).toContain('21 November 2026')
  await user.click(screen.getByRole('button', { name: 'The clock is right now' }))
  const dialog = await screen.findByRole('dialog', { name: 'Go by the clock of this computer?' })
  expect(dialog.textContent).toContain('22 November 2023')
  expect(dialog.textContent).toContain('A token that ended between')
  await user.click(within(dialog).getByRole('button', { name: 'The clock is right now' }))
  announce('clock')
  await waitFor(() => expect(screen.queryByText(/The clock of this computer went back/)).toBeNull())
})

test('an auditor reads it, and cannot accept the clock', async () => {
  openWith(back, 'auditor')
  expect(await notice()).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'The clock is right now' })).toBeNull()
})

test('a jump forward is said when main tells of it', async () => {
  const { announce, set } = openWith(right)
  await screen.findByRole('navigation', { name: 'Main menu' }).catch(() => null)
  expect(screen.queryByText(/went forward/)).toBeNull()
  set({ ...right, moved: 'forward', byMilliseconds: 4 * 86_400_000 })
  announce('clock')
  expect(await screen.findByText(/went forward by 4 days while Keyward was running/)).toBeTruthy()
})
