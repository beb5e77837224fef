import { Notification } from 'electron'
import type { Notice } from '../services/reminder-words'

/** A system that says neither that it showed one nor that it could not has shown it. */
const longestWait = 10_000

/** Held on to until they are gone: one that was collected can no longer be clicked. */
const shown = new Set<Notification>()

/** A notification of the system; false where there is none. A click opens its page. */
export function showNotice(
  { title, body, address }: Notice,
  { icon, open }: { icon: string; open: (address: Notice['address']) => void },
): Promise<boolean> {
  if (!Notification.isSupported()) return Promise.resolve(false)
  const notification = new Notification({ title, body, icon })
  shown.add(notification)
  notification.on('click', () => open(address))
  notification.on('close', () => shown.delete(notification))
  return new Promise((resolve) => {
    const timer = setTimeout(() => resolve(true), longestWait)
    const answer = (isShown: boolean) => {
      clearTimeout(timer)
      if (!isShown) shown.delete(notification)
      resolve(isShown)
    }
    notification.once('show', () => answer(true))
    notification.once('failed', () => answer(false))
    notification.show()
  })
}
