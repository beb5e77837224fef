import { createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { EntityId, UserId } from '../../electron/contract/id'
import { idIn, useOpenTab } from './address'
import { ListSearch } from './list-search'
import { root } from './root-route'

const UserPage = lazyRouteComponent(() => import('../features/users/UserPage'), 'UserPage')
const ProfileTab = lazyRouteComponent(() => import('../features/users/ProfileTab'), 'ProfileTab')
const TokensTab = lazyRouteComponent(() => import('../features/tokens/TokensTab'), 'TokensTab')
const AccessTab = lazyRouteComponent(() => import('../features/access/AccessTab'), 'AccessTab')
const ActivityList = lazyRouteComponent(
  () => import('../features/activity/ActivityList'),
  'ActivityList',
)
const EntityPage = lazyRouteComponent(() => import('../features/entities/EntityPage'), 'EntityPage')
const EntityRecords = lazyRouteComponent(() => import('./EntityRecords'), 'EntityRecords')
const FieldsTab = lazyRouteComponent(() => import('../features/entities/FieldsTab'), 'FieldsTab')

const EntityTokensTab = lazyRouteComponent(
  () => import('../features/tokens/EntityTokensTab'),
  'EntityTokensTab',
)
const MatrixPage = lazyRouteComponent(() => import('../features/matrix/MatrixPage'), 'MatrixPage')

const parametrization = createRoute({
  getParentRoute: () => root,
  path: '/parametrization',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/parametrization')
      throw redirect({ to: '/parametrization/users', replace: true })
  },
})

const users = createRoute({
  getParentRoute: () => parametrization,
  path: '/users',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/users/UsersPage'), 'UsersPage'),
})

const userTabs = ['profile', 'tokens', 'access', 'matrix', 'activity'] as const
const user = createRoute({
  getParentRoute: () => parametrization,
  path: '/users/$userId',
  params: {
    parse: ({ userId }) => ({ userId: idIn(UserId, userId) }),
    stringify: ({ userId }) => ({ userId: String(userId) }),
  },
  // Another user is another page: nothing of the one before may stay on it.
  remountDeps: ({ params }) => params,
  component: function UserRoute() {
    const { userId } = user.useParams()
    const tab = useOpenTab(userTabs)
    return (
      <UserPage userId={userId} tab={tab}>
        <Outlet />
      </UserPage>
    )
  },
})

// People come for the tokens; the profile is one tab to the left.
const userStart = createRoute({
  getParentRoute: () => user,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/parametrization/users/$userId/tokens', params, replace: true })
  },
})
const userProfile = createRoute({
  getParentRoute: () => user,
  path: 'profile',
  component: () => <ProfileTab {...user.useParams()} />,
})
const userTokens = createRoute({
  getParentRoute: () => user,
  path: 'tokens',
  validateSearch: ListSearch,
  component: () => <TokensTab {...user.useParams()} />,
})
const userAccess = createRoute({
  getParentRoute: () => user,
  path: 'access',
  component: () => <AccessTab {...user.useParams()} />,
})
const userActivity = createRoute({
  getParentRoute: () => user,
  path: 'activity',
  validateSearch: ListSearch,
  component: () => <ActivityList {...user.useParams()} />,
})

const userMatrix = createRoute({
  getParentRoute: () => user,
  path: 'matrix',
  component: () => <MatrixPage asked={user.useParams()} />,
})

const entities = createRoute({
  getParentRoute: () => parametrization,
  path: '/entities',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/entities/EntitiesPage'), 'EntitiesPage'),
})

const entityTabs = ['records', 'fields', 'tokens', 'matrix'] as const
const entity = createRoute({
  getParentRoute: () => parametrization,
  path: '/entities/$entityId',
  params: {
    parse: ({ entityId }) => ({ entityId: idIn(EntityId, entityId) }),
    stringify: ({ entityId }) => ({ entityId: String(entityId) }),
  },
  remountDeps: ({ params }) => params,
  component: function EntityRoute() {
    const { entityId } = entity.useParams()
    const tab = useOpenTab(entityTabs)
    return (
      <EntityPage entityId={entityId} tab={tab}>
        <Outlet />
      </EntityPage>
    )
  },
})
const entityStart = createRoute({
  getParentRoute: () => entity,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/parametrization/entities/$entityId/records', params, replace: true })
  },
})
const entityRecords = createRoute({
  getParentRoute: () => entity,
  path: 'records',
  validateSearch: ListSearch,
  component: () => <EntityRecords {...entity.useParams()} />,
})
const entityFields = createRoute({
  getParentRoute: () => entity,
  path: 'fields',
  component: () => <FieldsTab {...entity.useParams()} />,
})

const entityTokens = createRoute({
  getParentRoute: () => entity,
  path: 'tokens',
  validateSearch: ListSearch,
  component: () => <EntityTokensTab {...entity.useParams()} />,
})
const entityMatrix = createRoute({
  getParentRoute: () => entity,
  path: 'matrix',
  component: () => <MatrixPage asked={entity.useParams()} />,
})

const policies = createRoute({
  getParentRoute: () => parametrization,
  path: '/policies',
  component: lazyRouteComponent(() => import('../features/policies/PoliciesPage'), 'PoliciesPage'),
})

export const parametrizationRoutes = parametrization.addChildren([
  users,
  user.addChildren([userStart, userProfile, userTokens, userAccess, userMatrix, userActivity]),
  entities,
  entity.addChildren([entityStart, entityRecords, entityFields, entityTokens, entityMatrix]),
  policies,
])
