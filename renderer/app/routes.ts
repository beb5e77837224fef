import {
  createHashHistory,
  createRoute,
  createRouter,
  lazyRouteComponent,
  redirect,
  type RouterHistory,
} from '@tanstack/react-router'
import { apiRoutes } from './api-routes'
import { auditRoutes } from './audit-routes'
import { Loading } from './Loading'
import { PageFailed, PageMissing } from './PageFailed'
import { parametrizationRoutes } from './parametrization-routes'
import { root } from './root-route'

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

const settings = createRoute({
  getParentRoute: () => root,
  path: '/settings',
  component: lazyRouteComponent(() => import('../features/settings/SettingsPage'), 'SettingsPage'),
})

const routeTree = root.addChildren([
  start,
  overview,
  parametrizationRoutes,
  auditRoutes,
  apiRoutes,
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
