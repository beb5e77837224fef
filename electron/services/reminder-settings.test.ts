import { statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { openHouse } from './house.fixture'
import { createReminderSettings } from './reminder-settings'

const standard = { notifications: true, quietUntil: null, stayInTray: false }

it('how this computer reminds is there after a restart, and every window hears of it', async () => {
  const { folder, now, reminderSettings, announced } = await openHouse()
  expect(reminderSettings.get()).toEqual(standard)
  reminderSettings.set({ notifications: false, stayInTray: true })
  expect(announced()).toEqual(['reminders'])
  const again = createReminderSettings({
    folder,
    now,
    zone: () => 'utc',
    announce: () => undefined,
  })
  expect(again.get()).toEqual({ ...standard, notifications: false, stayInTray: true })
  expect(statSync(join(folder, 'reminders.json')).mode & 0o777).toBe(0o600)
})

it('quiet ends by itself with the day, or when it is taken back', async () => {
  const { now, pass, reminderSettings } = await openHouse()
  const midnight = Date.UTC(2026, 10, 22)
  expect(reminderSettings.set({ quietUntilTomorrow: true }).quietUntil).toBe(midnight)
  expect(reminderSettings.set({ stayInTray: true }).quietUntil).toBe(midnight)
  pass((midnight - now()) / 1000)
  expect(reminderSettings.get().quietUntil).toBeNull()
  reminderSettings.set({ quietUntilTomorrow: true })
  expect(reminderSettings.set({ quietUntilTomorrow: false }).quietUntil).toBeNull()
})

it('that a closed window is in the tray is said once', async () => {
  const { reminderSettings } = await openHouse()
  expect([reminderSettings.tellOfTray(), reminderSettings.tellOfTray()]).toEqual([true, false])
})

it('a damaged file keeps nobody from being reminded', async () => {
  const { folder, now } = await openHouse()
  writeFileSync(join(folder, 'reminders.json'), '{"notifications": 7')
  const settings = createReminderSettings({
    folder,
    now,
    zone: () => 'utc',
    announce: () => undefined,
  })
  expect(settings.get()).toEqual(standard)
})
