import { screen, waitFor, within } from '@testing-library/react'
import { expect, test } from 'vitest'
import type { ReminderSettings } from '../../../electron/contract/reminder'
import type { Backup } from '../../../electron/contract/backup'
import type { Settings } from '../../../electron/contract/settings'
import { openWindow, remindersAtFirst, signedIn } from '../../app/testing'

const radio = (name: string) => screen.findByRole<HTMLInputElement>('radio', { name })

test('an administrator chooses the dark appearance and sees it when main says so', async () => {
  let settings: Settings = { theme: 'light', clipboardSeconds: 20 }
  const { user, announce } = openWindow(
    {
      'session.state': () => signedIn('administrator'),
      'settings.get': () => settings,
      'settings.set': (chosen) => (settings = chosen),
    },
    '/settings',
  )
  await user.click(await radio('Dark'))
  await waitFor(() => expect(settings).toEqual({ theme: 'dark', clipboardSeconds: 20 }))
  announce('settings')
  await waitFor(async () => expect((await radio('Dark')).checked).toBe(true))
})

test('an auditor reads the settings and cannot change them', async () => {
  openWindow({ 'session.state': () => signedIn('auditor') }, '/settings')
  expect((await radio('Dark')).disabled).toBe(true)
  const seconds = screen.getByRole('combobox', { name: 'Clear clipboard after' })
  expect(seconds.getAttribute('aria-disabled')).toBe('true')
  expect(screen.getByText('Only an administrator can change these settings.')).toBeTruthy()
  expect(await screen.findByText('/profile')).toBeTruthy()
  expect(screen.queryByRole('button', { name: 'I have made a backup' })).toBeNull()
})

test('an administrator notes a backup, and chooses when to be reminded of the next one', async () => {
  let backup: Backup = { lastAt: null, remindAfterDays: 30 }
  const { user, announce } = openWindow(
    {
      'session.state': () => signedIn('administrator'),
      'backup.get': () => backup,
      'backup.note': () => (backup = { ...backup, lastAt: Date.now() }),
      'backup.setReminder': (asked) => (backup = { ...backup, ...asked }),
    },
    '/settings#backup',
  )
  const section = within(await screen.findByRole('region', { name: 'Backup' }))
  expect(await section.findByText('Never')).toBeTruthy()
  await user.click(section.getByRole('button', { name: 'I have made a backup' }))
  expect(await screen.findByText('The backup is noted.')).toBeTruthy()
  announce('settings')
  expect(await section.findByText('just now')).toBeTruthy()
  await user.click(section.getByRole('combobox', { name: 'Remind me after' }))
  await user.click(screen.getByRole('option', { name: 'Never' }))
  await waitFor(() => expect(backup.remindAfterDays).toBeNull())
})

test('an auditor decides how this computer reminds', async () => {
  let settings: ReminderSettings = remindersAtFirst
  const { user, announce } = openWindow(
    {
      'session.state': () => signedIn('auditor'),
      'reminders.settings': () => settings,
      'reminders.setSettings': ({ quietUntilTomorrow, ...change }) =>
        (settings = {
          ...settings,
          ...change,
          quietUntil: quietUntilTomorrow ? Date.UTC(2027, 2, 31) : null,
        } as ReminderSettings),
    },
    '/settings',
  )
  const choice = (name: string) => screen.findByRole<HTMLInputElement>('switch', { name })
  expect((await choice('Notifications of the system')).checked).toBe(true)
  expect((await choice('Stay in the tray when the window is closed')).checked).toBe(false)
  await user.click(await choice('Quiet until tomorrow'))
  announce('reminders')
  expect(await screen.findByText(/^No notifications before/)).toBeTruthy()
  await user.click(await choice('Notifications of the system'))
  announce('reminders')
  await waitFor(async () => expect((await choice('Quiet until tomorrow')).disabled).toBe(true))
})
