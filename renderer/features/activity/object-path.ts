import type { ActivityRow } from '../../../electron/contract/activity'

type Subject = Pick<ActivityRow, 'subjectKind' | 'subjectId' | 'concernsUserId'>

/** Where the object of an entry can be looked at; null where it has no page of its own. */
export function objectPath({ subjectKind, subjectId, concernsUserId }: Subject): string | null {
  switch (subjectKind) {
    case 'user':
    case 'session':
      return concernsUserId && `/parametrization/users/${concernsUserId}/profile`
    case 'token':
      return (
        concernsUserId &&
        `/parametrization/users/${concernsUserId}/tokens?show=all&search=${subjectId}`
      )
    case 'client':
      return '/api/introspection'
    case 'entity':
      return subjectId && `/parametrization/entities/${subjectId}/records`
    case 'review':
      return subjectId && `/audit/reviews/${subjectId}`
    case 'route_set':
      return subjectId && `/api/forward-auth/${subjectId}/rules`
    case 'policy':
      return '/parametrization/policies'
    case 'settings':
      return '/settings'
    case 'gateway':
      return '/api/gateway'
    default:
      return null
  }
}
