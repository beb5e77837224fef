import { screen, waitFor } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Failure } from '../../../electron/contract/failure'
import { openWindow, refused } from '../../app/testing'

function signInAnswering(failure: Failure) {
  return openWindow({
    'session.state': () => ({ stage: 'signed_out', demo: false }),
    'session.signIn': () => failure,
  })
}

async function signIn(user: ReturnType<typeof openWindow>['user']) {
  await user.type(await screen.findByLabelText('Username'), 'ada')
  await user.type(screen.getByLabelText('Password'), 'not the password')
  await user.keyboard('{Enter}')
}

test('a wrong password keeps the username and leaves the password selected', async () => {
  const { user } = signInAnswering(refused('wrong_credentials'))
  await signIn(user)
  expect((await screen.findByRole('alert')).textContent).toContain('You were not signed in')
  expect(screen.getByLabelText<HTMLInputElement>('Username').value).toBe('ada')
  const password = screen.getByLabelText<HTMLInputElement>('Password')
  await waitFor(() => expect(document.activeElement).toBe(password))
  expect([password.selectionStart, password.selectionEnd]).toEqual([0, 'not the password'.length])
})

test('too many attempts count the wait down and keep the button closed meanwhile', async () => {
  const { user } = signInAnswering(refused('too_many_attempts', { detail: { seconds: 40 } }))
  await signIn(user)
  expect((await screen.findByRole('alert')).textContent).toContain('in 40 seconds')
  expect(screen.getByRole<HTMLButtonElement>('button', { name: 'Sign in' }).disabled).toBe(true)
})

test('the password can be shown and hidden again', async () => {
  const { user } = signInAnswering(refused('wrong_credentials'))
  const password = await screen.findByLabelText<HTMLInputElement>('Password')
  expect(password.type).toBe('password')
  await user.click(screen.getByRole('button', { name: 'Show password' }))
  expect(password.type).toBe('text')
  await user.click(screen.getByRole('button', { name: 'Hide password' }))
  expect(password.type).toBe('password')
})
