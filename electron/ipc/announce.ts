import type { WebContents } from 'electron'
import type { Topic } from '../contract/topic'
import type { Announce } from '../services/announce'

/** Tells the windows what changed: all topics of one tick in one message. */
export function createAnnounce({
  windows,
  soon = setImmediate,
}: {
  windows: () => Pick<WebContents, 'send' | 'isDestroyed'>[]
  soon?: (work: () => void) => unknown
}): Announce {
  let waiting = new Set<Topic>()

  function send() {
    const topics = [...waiting]
    waiting = new Set()
    for (const window of windows()) {
      if (!window.isDestroyed()) window.send('keyward:changed', topics)
    }
  }

  return (...topics) => {
    if (topics.length === 0) return
    if (waiting.size === 0) soon(send)
    for (const topic of topics) waiting.add(topic)
  }
}
