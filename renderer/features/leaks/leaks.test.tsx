import { fireEvent, screen, within } from '@testing-library/react'
import { describe, expect, test, vi } from 'vitest'
import { TokenId } from '../../../electron/contract/id'
import { leakLimits, type FoundLeak, type LeakScan } from '../../../electron/contract/leak'
import type { SignedIn } from '../../../electron/contract/session'
import { erpToken } from '../../app/examples.fixture'
import { openWindow, refused, signedIn } from '../../app/testing'
// The route loads its page lazily; loading it here keeps that out of the tests' time.
import './LeakScanPage'

const scan: LeakScan = {
  id: 's1',
  name: 'logs',
  paths: 1,
  state: 'done',
  startedAt: 0,
  files: 3,
  bytes: 1_200,
  totalBytes: null,
  tokens: 2,
  links: 2,
  unread: [{ path: 'logs/a.zip', reason: 'archive' }],
  unreadCount: 5,
  unlisted: 0,
  matches: { own_secret: 1, old_secret: 0, other_secret: 0, not_here: 1 },
  revocable: 1,
  failure: null,
}

const places = [{ path: 'logs/app.log', line: 12, offset: 90 }]
const leaks: FoundLeak[] = [
  {
    tokenId: erpToken.id,
    match: 'own_secret',
    count: 3,
    places: [...places, { path: 'logs/core', line: null, offset: 4096 }],
    known: { token: erpToken, userName: 'SAP Finance' },
  },
  { tokenId: TokenId.parse('ZZZZZZZZZZZZ'), match: 'not_here', count: 1, places, known: null },
]

const open = (current: LeakScan | null, role: SignedIn['role'] = 'administrator') =>
  openWindow(
    {
      'session.state': () => signedIn(role),
      'leaks.current': () => current,
      'leaks.found': () => ({ rows: leaks, total: leaks.length }),
      'leaks.revocable': () => ({
        rows: [{ token: erpToken, userName: 'SAP Finance' }],
        total: 1,
      }),
      'leaks.revoke': () => ({ value: { revoked: 1 }, enforced: 'at_once' }),
      'leaks.scanText': () => ({ id: 's2' }),
      'leaks.scanFolder': () => refused('scan_running'),
    },
    '/audit/leak-scan',
  )

const isEnabled = (name: string) =>
  !screen.getByRole<HTMLButtonElement>('button', { name }).disabled

describe('the leak scan', () => {
  test('says what was found, where, and what was not looked at', async () => {
    const { user } = open(scan)
    const alert = await screen.findByRole('alert')
    expect(alert.textContent).toContain('Scan of logs (3 files, 1.2 kB)')
    expect(alert.textContent).toContain('1 token with its right secret · 1 not of this Keyward.')
    expect(alert.textContent).toContain('2 links were not followed.')
    await user.click(within(alert).getByRole('button', { name: '5 files not searched whole' }))
    const dialog = await screen.findByRole('dialog', { name: 'Not searched whole' })
    expect(dialog.textContent).toContain('logs/a.zip')
    expect(dialog.textContent).toContain('4 more are not listed.')
  })

  test('revokes after it listed what', async () => {
    const { user, ask } = open(scan)
    await user.click(await screen.findByRole('button', { name: 'Revoke all found' }))
    const dialog = await screen.findByRole('dialog', { name: 'Revoke the token that leaked?' })
    const listed = await within(dialog).findByRole('listitem')
    expect(listed.textContent).toContain('SAP Finance')
    await user.click(within(dialog).getByRole('button', { name: 'Revoke 1 token' }))
    await screen.findByText(/1 token is revoked\./)
    expect(ask).toHaveBeenCalledWith('leaks.revoke', { id: 's1' })
  })

  test('offers an auditor to scan, and not to revoke', async () => {
    open(scan, 'auditor')
    await screen.findByRole('alert')
    expect(isEnabled('Choose folder')).toBe(true)
    expect(screen.queryByRole('button', { name: 'Revoke all found' })).toBeNull()
  })

  test('hands dropped files to the preload, and not while a scan goes on', async () => {
    open(null)
    await screen.findByText('Drop a folder or files here')
    const dropped = vi.spyOn(window.keyward, 'scanDropped')
    const files = [new File(['x'], 'app.log')]
    fireEvent.drop(window, { dataTransfer: { types: ['Files'], files } })
    expect(dropped).toHaveBeenCalledWith(files)
  })

  test('takes no dropped file while a scan goes on, whose bar says how far it is', async () => {
    open({ ...scan, state: 'running', bytes: 500, totalBytes: 1000 })
    const bar = await screen.findByRole('progressbar', { name: 'The scan goes on' })
    expect(bar.getAttribute('aria-valuenow')).toBe('50')
    const dropped = vi.spyOn(window.keyward, 'scanDropped')
    fireEvent.drop(window, {
      dataTransfer: { types: ['Files'], files: [new File(['x'], 'app.log')] },
    })
    expect(dropped).not.toHaveBeenCalled()
    expect(isEnabled('Choose file')).toBe(false)
  })

  test('refuses a text that is too long with a sentence, and keeps it', async () => {
    const { user, ask } = open(null)
    await user.click(await screen.findByRole('button', { name: 'Paste text' }))
    const field = screen.getByLabelText('Text with tokens in it')
    fireEvent.change(field, { target: { value: 'x'.repeat(leakLimits.textCharacters + 1) } })
    screen.getByText(/longer than 100,000 characters/)
    expect(isEnabled('Scan')).toBe(false)
    fireEvent.change(field, { target: { value: 'short' } })
    await user.click(screen.getByRole('button', { name: 'Scan' }))
    expect(ask).toHaveBeenCalledWith('leaks.scanText', { text: 'short' })
  })

  test('says why a scan was not begun', async () => {
    const { user } = open(null)
    await user.click(await screen.findByRole('button', { name: 'Choose folder' }))
    const reason = await screen.findByText(/Another scan is under way/)
    expect(reason.textContent).toContain('This one was not begun.')
  })
})
