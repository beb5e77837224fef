import type { Grant } from '../contract/permission'

/** What a new user's tokens may be given, until an administrator narrows it. */
export const fullAccess = (): Grant[] => [
  { entityId: null, permissions: ['read', 'write', 'delete'] },
]
