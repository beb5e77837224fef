import type { RefusedCallsAsked } from '../contract/gateway'
import type { Registry } from '../store/registry'

export type CallService = ReturnType<typeof createCallService>

export const createCallService = ({ store }: { store: Registry }) => ({
  refused: (asked: RefusedCallsAsked) => store.calls.refused(asked),
})
