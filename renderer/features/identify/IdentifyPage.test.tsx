import { screen } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { Identified } from '../../../electron/contract/explain'
import type { Token } from '../../../electron/contract/token'
import type { Role } from '../../../electron/contract/user'
import { erpToken } from '../../app/examples.fixture'
import { openWindow, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './IdentifyPage'

const token: Token = { ...erpToken, version: 3 }

const found = {
  outcome: 'found',
  by: 'token',
  token,
  userName: 'SAP Finance',
  earlier: null,
  validUntil: null,
} as const

const open = (identified: () => Identified, role: Role = 'administrator') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'tokens.identify': identified,
      'tokens.setEnabled': ({ enabled }) => ({ value: { ...token, enabled }, enforced: 'at_once' }),
    },
    '/api/identify',
  )

const paste = async ({ user }: ReturnType<typeof open>, text: string) => {
  await user.click(await screen.findByRole('textbox', { name: 'Token or token ID' }))
  await user.paste(text)
}

test.each<[Identified, string, RegExp]>([
  [{ outcome: 'cut_off', characters: 40, of: 66 }, 'Cut off', /40 characters, and a token has 66/],
  [{ outcome: 'wrong_character', position: 12 }, 'A character that no token has', /Character 12/],
  [{ outcome: 'unknown_here', tokenId: token.id }, 'Not issued here', /AbCdEf012345/],
  [{ outcome: 'typing_error' }, 'Typing error', /a character is wrong/],
  [{ outcome: 'not_ours' }, 'Not ours', /Tokens begin with/],
])('%o reads as a sentence', async (identified, title, text) => {
  await paste(
    open(() => identified),
    'something',
  )
  expect(await screen.findByText(title)).toBeTruthy()
  expect(screen.getByText(text)).toBeTruthy()
})

test('a token that was found is disabled on the spot, and what is shown is what is there then', async () => {
  let enabled = true
  const main = open(() => ({
    ...found,
    token: { ...token, enabled, status: enabled ? 'active' : 'disabled' },
  }))
  await paste(main, 'kwu_...')
  await main.user.click(await screen.findByRole('button', { name: 'Disable' }))
  enabled = false
  await main.user.click(await screen.findByRole('button', { name: 'Disable' }))
  expect(await screen.findByRole('button', { name: 'Enable' })).toBeTruthy()
  expect(main.ask).toHaveBeenCalledWith('tokens.setEnabled', {
    id: token.id,
    version: 3,
    enabled: false,
  })
})

test('an earlier secret is told apart from the one in use, valid or replaced', async () => {
  let validUntil = Date.now() + 3_600_000
  const main = open(() => ({ ...found, earlier: 1, validUntil }))
  await paste(main, 'kwu_one')
  expect(await screen.findByText(/^It is valid until /)).toBeTruthy()
  expect(screen.getByText('This is an earlier secret of a token of this Keyward.')).toBeTruthy()
  validUntil = Date.now() - 1
  await paste(main, 'kwu_another')
  expect(await screen.findByText(/^It was replaced and is not valid any more/)).toBeTruthy()
  expect(screen.getByRole('button', { name: 'Rotate' })).toBeTruthy()
})

test('an auditor sees whose it is, and no button that would be refused', async () => {
  await paste(
    open(() => found, 'auditor'),
    'kwu_...',
  )
  expect(await screen.findByText('SAP Finance')).toBeTruthy()
  expect(screen.queryByRole('button', { name: /Disable|Rotate|Delete/ })).toBeNull()
})

test('what was pasted is gone once the page is left', async () => {
  const main = open(() => found)
  await paste(main, 'kwu_AbCdEf012345_secret')
  await screen.findByText('SAP Finance')
  await main.router.navigate({ to: '/settings' })
  expect(main.router.history.location.href).not.toContain('secret')
  await main.router.navigate({ to: '/api/identify' })
  const field = await screen.findByRole('textbox', { name: 'Token or token ID' })
  expect((field as HTMLTextAreaElement).value).toBe('')
})
