import { Settings, type About } from '../contract/settings'
import type { Registry } from '../store/registry'
import { activityEntry, differing, soleSubject } from './activity-entry'
import type { Announce } from './announce'
import type { SessionService } from './session-service'

export type SettingsService = ReturnType<typeof createSettingsService>

const key = 'window'
export const defaultSettings: Settings = { theme: 'system', clipboardSeconds: 30 }

export function createSettingsService({
  store,
  session,
  now,
  announce,
  about,
}: {
  store: Registry
  session: Pick<SessionService, 'actor'>
  now: () => number
  announce: Announce
  about: About
}) {
  /** What cannot be read falls back to the defaults: a damaged theme must not keep anyone out. */
  async function get(): Promise<Settings> {
    const stored = Settings.safeParse(await store.settings.get(key))
    return stored.success ? stored.data : defaultSettings
  }

  async function set(settings: Settings): Promise<Settings> {
    const actor = await session.actor()
    await store.settings.set(
      key,
      settings,
      activityEntry({
        at: now(),
        actor,
        action: 'settings.changed',
        subject: soleSubject('settings', 'Settings'),
        ...differing(await get(), settings),
      }),
    )
    announce('settings', 'activity')
    return get()
  }

  return { get, set, about: () => about }
}
