import type { ActivityAsked } from '../contract/activity'
import type { Registry } from '../store/registry'

export type ActivityService = ReturnType<typeof createActivityService>

export const createActivityService = ({ store }: { store: Registry }) => ({
  list: (asked: ActivityAsked) => store.activity.list(asked),
  verify: () => store.activity.verify(),
})
