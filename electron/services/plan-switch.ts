import type { Planner } from './bulk-plan'

/** Enabling gives a token that was unused too long its days anew. */
export const planSwitch =
  (enabled: boolean, at: number): Planner =>
  ({ token }) =>
    token.enabled === enabled && (!enabled || token.unusedMark !== 'disabled')
      ? { obstacle: 'already' }
      : {
          obstacle: null,
          set: { enabled, ...(enabled && { unusedFrom: at }) },
          action: enabled ? 'token.enabled' : 'token.disabled',
          before: { enabled: token.enabled },
          after: { enabled },
        }
