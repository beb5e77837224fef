import { Backup, type BackupReminder } from '../contract/backup'
import { day } from '../contract/time'
import { activityEntry, differing, isoMoment, soleSubject } from './activity-entry'
import type { Means } from './means'

export type BackupService = ReturnType<typeof createBackupService>

const key = 'backup'
const subject = soleSubject('settings', 'Backup')
const atFirst: Backup = { lastAt: null, remindAfterDays: 30 }

/** A backup is a copy of the profile folder, made by people; they tell Keyward when. */
export function createBackupService({
  store,
  session,
  now,
  announce,
}: Pick<Means, 'store' | 'session' | 'now' | 'announce'>) {
  /** What cannot be read is as if nothing had been told: a reminder too many does no harm. */
  async function get(): Promise<Backup> {
    const stored = Backup.safeParse(await store.settings.get(key))
    return stored.success ? stored.data : atFirst
  }

  async function note(): Promise<Backup> {
    const actor = await session.actor()
    const at = now()
    const before = await get()
    const facts = ({ lastAt }: Backup) => ({ lastBackupAt: isoMoment(lastAt) })
    const after = { ...before, lastAt: at }
    await store.settings.set(
      key,
      after,
      activityEntry({
        at,
        actor,
        action: 'backup.noted',
        subject,
        before: facts(before),
        after: facts(after),
      }),
    )
    announce('settings', 'activity')
    return after
  }

  async function setReminder({ remindAfterDays }: BackupReminder): Promise<Backup> {
    const actor = await session.actor()
    const before = await get()
    const after = { ...before, remindAfterDays }
    const facts = (backup: Backup) => ({ backupReminderDays: backup.remindAfterDays })
    await store.settings.set(
      key,
      after,
      activityEntry({
        at: now(),
        actor,
        action: 'settings.changed',
        subject,
        ...differing(facts(before), facts(after)),
      }),
    )
    announce('settings', 'activity')
    return after
  }

  return { get, note, setReminder }
}

/** Whether a backup is older than what was chosen; before the first one the first token counts. */
export function isBackupOverdue(
  { lastAt, remindAfterDays }: Backup,
  firstTokenAt: number | null,
  now: number,
): boolean {
  const since = lastAt ?? firstTokenAt
  return since !== null && remindAfterDays !== null && now - since > remindAfterDays * day
}
