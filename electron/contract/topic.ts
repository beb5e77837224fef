/** What a window is told after a change, so that open views ask again. */
export const topics = [
  'session',
  'users',
  'entities',
  'records',
  'transfers',
  'tokens',
  'clients',
  'activity',
  'activity_export',
  'calls',
  'leaks',
  'gateway',
  'route_sets',
  'saved_views',
  'exports',
  'policy',
  'reviews',
  'reminders',
  'settings',
  'clock',
] as const
export type Topic = (typeof topics)[number]
