import {
  createHashHistory,
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  notFound,
  Outlet,
  redirect,
  useChildMatches,
  type RouterHistory,
} from '@tanstack/react-router'
import type * as z from 'zod'
import { EntityId, RouteSetId, UserId } from '../../electron/contract/id'
import { ListSearch } from './list-search'
import { Loading } from './Loading'
import { PageFailed, PageMissing } from './PageFailed'
import { Shell } from './Shell'

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

const IntrospectionPage = lazyRouteComponent(
  () => import('../features/introspection/IntrospectionPage'),
  'IntrospectionPage',
)

const MatrixPage = lazyRouteComponent(() => import('../features/matrix/MatrixPage'), 'MatrixPage')

const RouteSetPage = lazyRouteComponent(
  () => import('../features/route-sets/RouteSetPage'),
  'RouteSetPage',
)
const RulesTab = lazyRouteComponent(() => import('../features/route-sets/RulesTab'), 'RulesTab')
const ConfigurationTab = lazyRouteComponent(
  () => import('../features/route-sets/ConfigurationTab'),
  'ConfigurationTab',
)

const root = createRootRoute({ component: Shell })

const start = createRoute({
  getParentRoute: () => root,
  path: '/',
  beforeLoad: () => {
    throw redirect({ to: '/overview', replace: true })
  },
})

const overview = createRoute({
  getParentRoute: () => root,
  path: '/overview',
  component: lazyRouteComponent(() => import('../features/overview/OverviewPage'), 'OverviewPage'),
})

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

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/audit')
      throw redirect({ to: '/audit/refused-calls', replace: true })
  },
})
const refusedCalls = createRoute({
  getParentRoute: () => audit,
  path: '/refused-calls',
  validateSearch: ListSearch,
  component: lazyRouteComponent(
    () => import('../features/calls/RefusedCallsPage'),
    'RefusedCallsPage',
  ),
})
const expiredButCalled = createRoute({
  getParentRoute: () => audit,
  path: '/expired-but-called',
  validateSearch: ListSearch,
  component: lazyRouteComponent(
    () => import('../features/calls/ExpiredButCalledPage'),
    'ExpiredButCalledPage',
  ),
})
const activity = createRoute({
  getParentRoute: () => audit,
  path: '/activity',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/activity/ActivityPage'), 'ActivityPage'),
})

const api = createRoute({
  getParentRoute: () => root,
  path: '/api',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/api') throw redirect({ to: '/api/gateway', replace: true })
  },
})
const gateway = createRoute({
  getParentRoute: () => api,
  path: '/gateway',
  component: lazyRouteComponent(() => import('../features/api/ApiPage'), 'ApiPage'),
})
const routeSets = createRoute({
  getParentRoute: () => api,
  path: '/forward-auth',
  component: lazyRouteComponent(
    () => import('../features/route-sets/RouteSetsPage'),
    'RouteSetsPage',
  ),
})
const routeSetTabs = ['rules', 'configuration'] as const
const routeSet = createRoute({
  getParentRoute: () => api,
  path: '/forward-auth/$routeSetId',
  params: {
    parse: ({ routeSetId }) => ({ routeSetId: idIn(RouteSetId, routeSetId) }),
    stringify: ({ routeSetId }) => ({ routeSetId: String(routeSetId) }),
  },
  remountDeps: ({ params }) => params,
  component: function RouteSetRoute() {
    const { routeSetId } = routeSet.useParams()
    const tab = useOpenTab(routeSetTabs)
    return (
      <RouteSetPage routeSetId={routeSetId} tab={tab}>
        <Outlet />
      </RouteSetPage>
    )
  },
})
const routeSetStart = createRoute({
  getParentRoute: () => routeSet,
  path: '/',
  beforeLoad: ({ params }) => {
    throw redirect({ to: '/api/forward-auth/$routeSetId/rules', params, replace: true })
  },
})
const routeSetRules = createRoute({
  getParentRoute: () => routeSet,
  path: 'rules',
  component: () => <RulesTab {...routeSet.useParams()} />,
})
const routeSetConfiguration = createRoute({
  getParentRoute: () => routeSet,
  path: 'configuration',
  component: () => <ConfigurationTab {...routeSet.useParams()} />,
})

const explain = createRoute({
  getParentRoute: () => api,
  path: '/explain',
  validateSearch: ListSearch,
  // Another refused call is another question.
  remountDeps: ({ search }) => search,
  component: lazyRouteComponent(() => import('../features/explain/ExplainPage'), 'ExplainPage'),
})
const identify = createRoute({
  getParentRoute: () => api,
  path: '/identify',
  component: lazyRouteComponent(() => import('../features/identify/IdentifyPage'), 'IdentifyPage'),
})

const introspectionTabs = ['credentials', 'samples'] as const
const introspection = createRoute({
  getParentRoute: () => api,
  path: '/introspection',
  component: function IntrospectionRoute() {
    return (
      <IntrospectionPage tab={useOpenTab(introspectionTabs)}>
        <Outlet />
      </IntrospectionPage>
    )
  },
})
const introspectionCredentials = createRoute({
  getParentRoute: () => introspection,
  path: '/',
  validateSearch: ListSearch,
  component: lazyRouteComponent(
    () => import('../features/introspection/CredentialsTab'),
    'CredentialsTab',
  ),
})
const introspectionSamples = createRoute({
  getParentRoute: () => introspection,
  path: 'samples',
  component: lazyRouteComponent(
    () => import('../features/introspection/HowToAskTab'),
    'HowToAskTab',
  ),
})

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage'), 'SettingsPage'),
})

const routeTree = root.addChildren([
  start,
  overview,
  parametrization.addChildren([
    users,
    user.addChildren([userStart, userProfile, userTokens, userAccess, userMatrix, userActivity]),
    entities,
    entity.addChildren([entityStart, entityRecords, entityFields, entityTokens, entityMatrix]),
    policies,
  ]),
  audit.addChildren([refusedCalls, expiredButCalled, activity]),
  api.addChildren([
    gateway,
    routeSets,
    routeSet.addChildren([routeSetStart, routeSetRules, routeSetConfiguration]),
    explain,
    identify,
    introspection.addChildren([introspectionCredentials, introspectionSamples]),
  ]),
  settings,
])

/** Addresses live behind the `#`: the window has one document, and no server to ask for others. */
export const createKeywardRouter = (history: RouterHistory = createHashHistory()) =>
  createRouter({
    routeTree,
    history,
    defaultPreload: 'intent',
    defaultPendingComponent: Loading,
    defaultErrorComponent: PageFailed,
    defaultNotFoundComponent: PageMissing,
    scrollRestoration: false,
  })

export type KeywardRouter = ReturnType<typeof createKeywardRouter>

declare module '@tanstack/react-router' {
  interface Register {
    router: KeywardRouter
  }
}

/** The last part of the address names the open tab. */
function useOpenTab<T extends string>(tabs: readonly [T, ...T[]]): T {
  const last = useChildMatches({
    select: (matches) => matches.at(-1)?.pathname.split('/').filter(Boolean).at(-1),
  })
  return tabs.find((tab) => tab === last) ?? tabs[0]
}

/** The number in an address; what is none names nothing that exists. */
function idIn<S extends z.ZodType>(id: S, text: string): z.output<S> {
  const parsed = id.safeParse(Number(text))
  if (!parsed.success) throw notFound()
  return parsed.data
}
