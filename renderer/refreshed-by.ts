import type { Call } from '../electron/contract/index'
import type { Topic } from '../electron/contract/topic'

/** Which announcements make an answer stale. Calls that change something have no row. */
export const refreshedBy: Partial<Record<Call, readonly Topic[]>> = {
  'session.state': ['session'],
  'overview.get': ['users', 'entities', 'tokens', 'calls', 'policy'],
  'users.list': ['users', 'tokens', 'policy'],
  'users.get': ['users'],
  'access.get': ['users', 'entities'],
  'entities.list': ['entities', 'tokens', 'records'],
  'entities.get': ['entities'],
  'entities.tokens': ['tokens', 'users', 'calls', 'policy', 'entities'],
  'records.list': ['entities', 'records'],
  'records.get': ['records'],
  'matrix.get': ['tokens', 'users', 'entities', 'policy'],
  'tokens.list': ['tokens', 'users', 'calls', 'policy'],
  'tokens.find': ['tokens', 'users', 'policy'],
  'tokens.get': ['tokens', 'users', 'calls', 'policy'],
  'tokens.terms': ['users', 'entities', 'policy'],
  'tokens.samples': ['entities'],
  'clients.list': ['clients', 'users', 'calls'],
  'calls.refused': ['calls'],
  'calls.expiredButCalled': ['calls', 'tokens', 'policy'],
  'gateway.state': ['gateway', 'calls'],
  'gateway.listening': ['gateway'],
  'routeSets.list': ['route_sets'],
  'routeSets.get': ['route_sets'],
  'routeSets.match': ['entities'],
  'routeSets.configuration': ['route_sets', 'gateway'],
  'activity.list': ['activity'],
  'policy.get': ['policy'],
  'settings.get': ['settings'],
}
