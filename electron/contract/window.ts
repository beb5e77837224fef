import type { Ask } from './index'
import type { Topic } from './topic'

/** What the preload puts on `window.keyward`, and all of it. */
export type Keyward = {
  ask: Ask
  onChanged(heard: (topics: Topic[]) => void): () => void
}

/** The one origin that our pages have and that calls are taken from. */
export const appOrigin = 'keyward://app'
