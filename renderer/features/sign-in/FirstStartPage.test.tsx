import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { SessionState } from '../../../electron/contract/session'
import { openWindow, refused, signedIn } from '../../app/testing'

const goodPassword = 'correct horse battery'
const field = (name: string) => screen.findByLabelText<HTMLInputElement>(name)
const callsOf = (ask: { mock: { calls: unknown[][] } }, call: string) =>
  ask.mock.calls.filter(([name]) => name === call)

function firstStart(answer: () => ReturnType<typeof signedIn> | ReturnType<typeof refused>) {
  let state: SessionState = { stage: 'first_start', demo: false }
  return openWindow({
    'session.state': () => state,
    'session.createFirstAdministrator': () => {
      const given = answer()
      if ('stage' in given) state = given
      return given
    },
  })
}

async function fill(user: ReturnType<typeof openWindow>['user'], typed: Record<string, string>) {
  for (const [name, text] of Object.entries(typed)) await user.type(await field(name), text)
  await user.click(screen.getByRole('button', { name: 'Create administrator' }))
}

test('a short password and two that differ are told apart, and nothing is asked of main', async () => {
  const { user, ask } = firstStart(() => signedIn('administrator'))
  await fill(user, { Username: 'ada', Password: 'short', 'Confirm password': 'other' })
  expect(await screen.findByText('Use at least 15 characters.')).toBeTruthy()
  expect(screen.getByText('The two passwords are not the same.')).toBeTruthy()
  expect(screen.getByText('This is needed.')).toBeTruthy()
  expect((await field('Username')).value).toBe('ada')
  expect(callsOf(ask, 'session.createFirstAdministrator')).toEqual([])
})

test('the first administrator is created and is signed in', async () => {
  const { user, ask } = firstStart(() => signedIn('administrator'))
  await fill(user, {
    Username: ' ada ',
    'Display name': 'Ada Lovelace',
    Password: goodPassword,
    'Confirm password': goodPassword,
  })
  expect(await screen.findByRole('navigation', { name: 'Main menu' })).toBeTruthy()
  expect(callsOf(ask, 'session.createFirstAdministrator')).toEqual([
    [
      'session.createFirstAdministrator',
      { username: 'ada', displayName: 'Ada Lovelace', password: goodPassword },
    ],
  ])
})

test('a common password is refused under its field and what was typed stays', async () => {
  const { user } = firstStart(() => refused('password_too_common', { field: 'password' }))
  await fill(user, {
    Username: 'ada',
    'Display name': 'Ada',
    Password: goodPassword,
    'Confirm password': goodPassword,
  })
  expect(await screen.findByText(/lists that attackers try first/)).toBeTruthy()
  expect((await field('Username')).value).toBe('ada')
  expect((await field('Password')).value).toBe(goodPassword)
  await waitFor(() => expect(screen.queryByRole('alert')).toBeNull())
})
