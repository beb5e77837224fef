import { topics } from './contract/topic'
import type { Announce } from './services/announce'

const everyMilliseconds = 1_000

/**
 * Another process may change the registry while the window is open: the command line does. What it
 * changed nobody says, so every view asks again. Looking costs microseconds.
 */
export function watchRegistry(given: {
  changeMarker: () => number
  announce: Announce
  report: (error: unknown) => void
}): () => void {
  let seen = given.changeMarker()
  const timer = setInterval(() => {
    try {
      const marker = given.changeMarker()
      if (marker === seen) return
      seen = marker
      given.announce(...topics)
    } catch (error) {
      given.report(error)
    }
  }, everyMilliseconds)
  return () => clearInterval(timer)
}
