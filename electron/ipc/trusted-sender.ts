import type { IpcMainInvokeEvent, WebContents } from 'electron'
import { appOrigin } from '../contract/window'

/**
 * Whether a message comes from the top frame of a window that we opened, showing our own page.
 * `origin` is the frame's own: Node's `new URL('keyward://app/').origin` would be "null".
 */
export function isTrustedSender(
  event: Pick<IpcMainInvokeEvent, 'sender' | 'senderFrame'>,
  windows: readonly WebContents[],
): boolean {
  const { sender } = event
  if (!sender || !windows.includes(sender) || sender.isDestroyed()) return false
  try {
    const frame = event.senderFrame
    return Boolean(frame) && frame === sender.mainFrame && frame?.origin === appOrigin
  } catch {
    // A frame that went away while its message was on the way throws when it is asked anything.
    return false
  }
}
