import type { Planner } from './bulk-plan'

export const planContact =
  (contact: string): Planner =>
  ({ token }) =>
    token.contact === contact
      ? { obstacle: 'already' }
      : {
          obstacle: null,
          set: { contact },
          action: 'token.changed',
          before: { contact: token.contact },
          after: { contact },
        }
