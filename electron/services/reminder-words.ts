import type { WindowAddress } from '../contract/window'
import words from '../../resources/locales/en/reminders.json'
import { filled } from './report-words'
import { daysLeft, stillCalled } from './reminder-ladder'
import type { DueReminder } from './reminder-service'

/** What the system shows outside the window. */
export const reminderWords = words

const mostNames = 5

export type Notice = { title: string; body: string; address: WindowAddress }

/**
 * One notice of all that is due, the worst first. Names of tokens are for those who are signed in:
 * whoever else sits at the screen is told how many.
 */
export function noticeOf(
  due: readonly DueReminder[],
  { now, zone, withNames }: { now: number; zone: string; withNames: boolean },
): Notice {
  const called = due.filter(({ step }) => step === stillCalled)
  const expiring = due.filter(({ step }) => step !== stillCalled)
  const days = Math.max(0, ...expiring.map(({ expiresAt }) => daysLeft(expiresAt, now, zone)))
  const parts = [
    ...(called.length > 0 ? [{ says: stillCalledWords(called.length), of: called }] : []),
    ...(expiring.length > 0 ? [{ says: expiringWords(expiring.length, days), of: expiring }] : []),
  ]
  const address = called.length > 0 ? '/audit/expired-but-called' : expiringAddress(days)
  const [first, ...others] = parts
  const says = first?.says ?? ''
  if (!withNames)
    return {
      title: [says, ...others.map((other) => other.says)].join('; '),
      body: words.signIn,
      address,
    }
  const body = [names(first?.of ?? []), ...others.map((one) => `${one.says}: ${names(one.of)}`)]
  return { title: says, body: body.join('\n'), address }
}

/** Everything that expires by the end of that day. */
const expiringAddress = (days: number) =>
  `/audit/token-expiry?expiresWithinDays=${days + 1}` as const

export const stillCalledWords = (count: number) =>
  counted(count, words.stillCalled_one, words.stillCalled_other)

export function expiringWords(count: number, days: number): string {
  if (days <= 0) return counted(count, words.today_one, words.today_other)
  if (days === 1) return counted(count, words.tomorrow_one, words.tomorrow_other)
  return counted(count, words.within_one, words.within_other, days)
}

const counted = (count: number, one: string, other: string, days = 0) =>
  filled(count === 1 ? one : other, { count: String(count), days: String(days) })

function names(of: readonly DueReminder[]): string {
  const shown = of.slice(0, mostNames).map(({ name }) => name)
  const more = of.length - shown.length
  if (more > 0) shown.push(filled(words.more, { count: String(more) }))
  return shown.join(', ')
}
