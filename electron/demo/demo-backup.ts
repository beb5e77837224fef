import type { Backup } from '../contract/backup'
import type { User } from '../contract/user'
import { activityEntry, isoMoment, soleSubject } from '../services/activity-entry'
import { actorOf, type DemoMeans } from './demo-world'
import { day } from './token-stories'
import type { DemoEvent } from './user-events'

/** The company makes its backups every few weeks, and is late with the next one. */
const madeDaysAgo = [103, 68, 37]

export const backupEvents = (means: DemoMeans, administrator: User): DemoEvent[] =>
  madeDaysAgo.map((ago, place) => {
    const momentOf = (daysAgo: number | undefined) =>
      daysAgo === undefined ? null : means.now() - daysAgo * day - 3 * 3_600_000
    const at = momentOf(ago)!
    const run = () =>
      means.store.settings.set(
        'backup',
        { lastAt: at, remindAfterDays: 30 } satisfies Backup,
        activityEntry({
          at,
          actor: actorOf(administrator),
          action: 'backup.noted',
          subject: soleSubject('settings', 'Backup'),
          before: { lastBackupAt: isoMoment(momentOf(madeDaysAgo[place - 1])) },
          after: { lastBackupAt: isoMoment(at) },
        }),
      )
    return { at, run }
  })
