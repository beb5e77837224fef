import { readFileSync, renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import * as z from 'zod'
import { Moment } from '../contract/id'
import { ReminderSettings, type ReminderSettingsChange } from '../contract/reminder'
import type { Announce } from './announce'
import { startOfTomorrow } from './reminder-ladder'

export type ReminderSettingsService = ReturnType<typeof createReminderSettings>

const Kept = ReminderSettings.extend({
  /** That a closed window is in the tray is said once. */
  toldOfTray: z.boolean(),
  /** Until when the digest stays away, by user id. */
  digestOffUntil: z.record(z.string(), Moment),
})
type Kept = z.output<typeof Kept>

const atFirst: Kept = {
  notifications: true,
  quietUntil: null,
  stayInTray: false,
  toldOfTray: false,
  digestOffUntil: {},
}

/**
 * In a small file beside the window's place. How a computer reminds holds also while nobody is
 * signed in, and is no business of the registry, so there is no entry about it.
 */
export function createReminderSettings({
  folder,
  now,
  zone,
  announce,
}: {
  folder: string
  now: () => number
  zone: () => string
  announce: Announce
}) {
  const file = join(folder, 'reminders.json')
  let kept = read()

  /** A damaged file is as it was at first: reminders are then on, and the window closes. */
  function read(): Kept {
    try {
      return Kept.parse(JSON.parse(readFileSync(file, 'utf8')))
    } catch {
      return atFirst
    }
  }

  function write(change: Partial<Kept>) {
    kept = { ...kept, ...change }
    try {
      writeFileSync(`${file}.new`, JSON.stringify(kept), { mode: 0o600 })
      renameSync(`${file}.new`, file)
    } catch {
      // It holds until Keyward quits, which is better than nothing.
    }
  }

  const get = (): ReminderSettings => {
    const { notifications, quietUntil, stayInTray } = kept
    const isQuiet = quietUntil !== null && quietUntil > now()
    return { notifications, quietUntil: isQuiet ? quietUntil : null, stayInTray }
  }

  function set({ quietUntilTomorrow, ...change }: ReminderSettingsChange): ReminderSettings {
    const quietUntil = quietUntilTomorrow ? startOfTomorrow(now(), zone()) : null
    write({ ...change, ...(quietUntilTomorrow !== undefined && { quietUntil }) })
    announce('reminders')
    return get()
  }

  return {
    get,
    set,
    /** True the first time. */
    tellOfTray(): boolean {
      const isFirst = !kept.toldOfTray
      if (isFirst) write({ toldOfTray: true })
      return isFirst
    },
    isDigestOff: (userId: number) => (kept.digestOffUntil[String(userId)] ?? 0) > now(),
    digestOffForToday: (userId: number) =>
      write({
        digestOffUntil: {
          ...kept.digestOffUntil,
          [String(userId)]: startOfTomorrow(now(), zone()),
        },
      }),
  }
}
