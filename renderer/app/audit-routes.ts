import { createRoute, lazyRouteComponent, redirect } from '@tanstack/react-router'
import { ReviewId } from '../../electron/contract/id'
import { idIn } from './address'
import { ListSearch } from './list-search'
import { root } from './root-route'

const audit = createRoute({
  getParentRoute: () => root,
  path: '/audit',
  beforeLoad: ({ location }) => {
    if (location.pathname === '/audit') throw redirect({ to: '/audit/token-expiry', replace: true })
  },
})
const allTokens = createRoute({
  getParentRoute: () => audit,
  path: '/all-tokens',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/tokens/AllTokensPage'), 'AllTokensPage'),
})
const tokenExpiry = createRoute({
  getParentRoute: () => audit,
  path: '/token-expiry',
  validateSearch: ListSearch,
  component: lazyRouteComponent(
    () => import('../features/expiry/TokenExpiryPage'),
    'TokenExpiryPage',
  ),
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
const reviews = createRoute({
  getParentRoute: () => audit,
  path: '/reviews',
  component: lazyRouteComponent(() => import('../features/reviews/ReviewsPage'), 'ReviewsPage'),
})
const review = createRoute({
  getParentRoute: () => audit,
  path: '/reviews/$reviewId',
  params: {
    parse: ({ reviewId }) => ({ reviewId: idIn(ReviewId, reviewId) }),
    stringify: ({ reviewId }) => ({ reviewId: String(reviewId) }),
  },
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/reviews/ReviewPage'), 'ReviewPage'),
})
const activity = createRoute({
  getParentRoute: () => audit,
  path: '/activity',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/activity/ActivityPage'), 'ActivityPage'),
})
const leaks = createRoute({
  getParentRoute: () => audit,
  path: '/leak-scan',
  validateSearch: ListSearch,
  component: lazyRouteComponent(() => import('../features/leaks/LeakScanPage'), 'LeakScanPage'),
})

export const auditRoutes = audit.addChildren([
  allTokens,
  refusedCalls,
  expiredButCalled,
  activity,
  leaks,
  tokenExpiry,
  reviews,
  review,
])
