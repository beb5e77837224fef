import type { Result } from './failure'
import type { Ask, Reply } from './index'
import type { Topic } from './topic'

/** What the preload puts on `window.keyward`, and all of it. */
export type Keyward = {
  ask: Ask
  /** Scans what was dropped: where it lies is between the preload and main. */
  scanDropped(files: File[]): Promise<Result<Reply<'leaks.scanDropped'>>>
  onChanged(heard: (topics: Topic[]) => void): () => void
  /** What was clicked outside the window leads to a page of it. */
  onGo(heard: (address: WindowAddress) => void): () => void
}

/** A page of the window, as it stands behind the `#`. */
export type WindowAddress = `/${string}`

/** The one origin that our pages have and that calls are taken from. */
export const appOrigin = 'keyward://app'
