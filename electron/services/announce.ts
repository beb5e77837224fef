import type { Topic } from '../contract/topic'

/** Tells every open view what changed, so that it asks again. */
export type Announce = (...topics: Topic[]) => void
