import type { RouteSetId } from '../../../electron/contract/id'

export const routeSetsPath = '/api/forward-auth'

export const pathOfRouteSet = (id: RouteSetId, tab: 'rules' | 'configuration' = 'rules') =>
  `${routeSetsPath}/${id}/${tab}`
