import type { Registry } from '../store/registry'

export type OverviewService = ReturnType<typeof createOverviewService>

export const createOverviewService = ({ store, now }: { store: Registry; now: () => number }) => ({
  get: () => store.overview(now()),
})
