import { day } from '../contract/time'
import type { Registry } from '../store/registry'
import type { Reminder, ReminderCandidate } from '../store/reminders'
import { createTurns } from './in-turn'
import { dueStep, farthest } from './reminder-ladder'
import type { ReminderSettingsService } from './reminder-settings'
import { expiringWords, noticeOf, stillCalledWords, type Notice } from './reminder-words'
import type { SessionService } from './session-service'

export type ReminderService = ReturnType<typeof createReminderService>

export type DueReminder = Pick<ReminderCandidate, 'tokenId' | 'name'> & Reminder

/** Shows it, and says whether it was shown. */
export type ShowNotice = (notice: Notice) => Promise<boolean>

/** Who called an expired token longer ago than this has found out by now. */
const lately = day

/** How many tokens ask for attention, and that in words for all to read. */
export type Attention = { count: number; words: string[] }

/** Reminds of tokens on the days that the policy names: each once, all that is due in one notice. */
export function createReminderService({
  store,
  session,
  settings,
  show,
  now,
  zone,
}: {
  store: Registry
  session: Pick<SessionService, 'current'>
  settings: Pick<ReminderSettingsService, 'get'>
  show: ShowNotice
  now: () => number
  /** Of this computer, which may travel. */
  zone: () => string
}) {
  const inTurn = createTurns()

  async function due(): Promise<DueReminder[]> {
    const at = now()
    const { reminderDays: ladder } = await store.policy.get()
    const found = await store.reminders.candidates({
      now: at,
      until: farthest(ladder, at, zone()),
      calledSince: at - lately,
    })
    return found.flatMap((token) => {
      const step = dueStep(token, { ladder, now: at, zone: zone() })
      const { tokenId, name, expiresAt } = token
      return step === null ? [] : [{ tokenId, name, expiresAt, step }]
    })
  }

  /** What could not be shown, or must not be now, is still due the next time. */
  async function remind(): Promise<void> {
    const { notifications, quietUntil } = settings.get()
    if (!notifications || quietUntil !== null) return
    const reminders = await due()
    if (reminders.length === 0) return
    const withNames = (await session.current()) !== null
    if (await show(noticeOf(reminders, { now: now(), zone: zone(), withNames })))
      await store.reminders.keep(reminders, now())
  }

  async function attention(): Promise<Attention> {
    const [soon = 0, called = 0] = await store.tokens.count(
      [
        { show: 'current', statuses: ['expiring_soon'] },
        { show: 'current', statuses: ['expired'], calledAfterExpiry: true },
      ],
      now(),
    )
    return {
      count: soon + called,
      words: [
        ...(called > 0 ? [stillCalledWords(called)] : []),
        ...(soon > 0 ? [expiringWords(soon, 7)] : []),
      ],
    }
  }

  return {
    due,
    remind: () => inTurn(remind),
    attention,
    /** When nothing is being shown or kept any more. */
    settled: () => inTurn(async () => undefined),
  }
}
