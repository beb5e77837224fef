import { createRoute, lazyRouteComponent, Outlet, redirect } from '@tanstack/react-router'
import { RouteSetId } from '../../electron/contract/id'
import { idIn, useOpenTab } from './address'
import { ListSearch } from './list-search'
import { root } from './root-route'

const IntrospectionPage = lazyRouteComponent(
  () => import('../features/introspection/IntrospectionPage'),
  'IntrospectionPage',
)
const RouteSetPage = lazyRouteComponent(
  () => import('../features/route-sets/RouteSetPage'),
  'RouteSetPage',
)
const RulesTab = lazyRouteComponent(() => import('../features/route-sets/RulesTab'), 'RulesTab')
const ConfigurationTab = lazyRouteComponent(
  () => import('../features/route-sets/ConfigurationTab'),
  'ConfigurationTab',
)

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

export const apiRoutes = api.addChildren([
  gateway,
  routeSets,
  routeSet.addChildren([routeSetStart, routeSetRules, routeSetConfiguration]),
  explain,
  identify,
  introspection.addChildren([introspectionCredentials, introspectionSamples]),
])
