import { app, powerMonitor } from 'electron'
import type { Topic } from './contract/topic'
import type { Announce } from './services/announce'
import { createDigestService } from './services/digest-service'
import { createReminderService } from './services/reminder-service'
import { createReminderSettings } from './services/reminder-settings'
import { reminderWords, type Notice } from './services/reminder-words'
import type { SessionService } from './services/session-service'
import type { Registry } from './store/registry'
import { bringToFront, openInFront } from './window/front'
import type { Closing } from './window/hide-on-close'
import { showNotice } from './window/notify'
import { iconFile } from './window/places'
import { createTray } from './window/tray'

/** Whoever starts Keyward mostly signs in at once, and then reads names and not only a number. */
const first = 60_000
const every = 15 * 60_000

/** What the topics of a change may have changed of that which the tray counts. */
const counted: readonly Topic[] = ['tokens', 'users', 'policy', 'reminders']

/** Notifications, the tray and the digest: joined with the system, and run by the clock. */
export function composeReminders(given: {
  store: Registry
  session: SessionService
  folder: string
  now: () => number
  announce: Announce
  report: (error: unknown) => void
}) {
  const { store, session, now } = given
  const zone = () => Intl.DateTimeFormat().resolvedOptions().timeZone
  const settings = createReminderSettings({
    folder: given.folder,
    now,
    zone,
    announce: given.announce,
  })
  const show = (notice: Notice) => showNotice(notice, { icon: iconFile, open: openInFront })
  const reminders = createReminderService({ store, session, settings, show, now, zone })
  const digest = createDigestService({ store, session, settings, now })
  const tray = createTray({
    icon: iconFile,
    words: reminderWords.tray,
    open: () => void bringToFront(),
    openExpiry: () => openInFront('/audit/token-expiry'),
    setQuiet: (quietUntilTomorrow) => void settings.set({ quietUntilTomorrow }),
    quit: () => app.quit(),
  })
  let isClosed = false

  const attempt = (work: () => Promise<void>) => {
    if (!isClosed) work().catch(given.report)
  }
  const remind = () => attempt(() => reminders.remind().then(showAttention))
  const timers = [setTimeout(remind, first), setInterval(remind, every)]
  powerMonitor.on('resume', remind)

  async function showAttention() {
    const { count, words } = await reminders.attention()
    if (isClosed) return
    app.setBadgeCount(count)
    const { stayInTray, quietUntil } = settings.get()
    if (!stayInTray) return tray.remove()
    const isQuiet = quietUntil !== null
    const says = isQuiet ? [...words, reminderWords.tray.isQuiet] : words
    tray.show({ tooltip: says.length > 0 ? `Keyward: ${says.join('; ')}` : 'Keyward', isQuiet })
  }

  const closing: Closing = {
    stays: () => settings.get().stayInTray,
    hidden: () => {
      const { hidden: title, hiddenHint: body } = reminderWords.tray
      if (settings.get().notifications && settings.tellOfTray())
        attempt(async () => void (await show({ title, body, address: '/overview' })))
    },
  }

  return {
    settings,
    digest,
    closing,
    begin: () => attempt(showAttention),
    /** To be told of every change: at sign-in what is due is said at once. */
    heard: (...topics: Topic[]) => {
      if (topics.includes('session'))
        attempt(async () => {
          if ((await session.current()) !== null && !isClosed) await reminders.remind()
        })
      if (topics.some((topic) => counted.includes(topic))) attempt(showAttention)
    },
    async close() {
      isClosed = true
      timers.forEach(clearTimeout)
      powerMonitor.off('resume', remind)
      tray.remove()
      await reminders.settled()
    },
  }
}
