import { docsAssets } from './docs-assets'

/** The addresses of this door and their methods, for OPTIONS and for 405. */
const resources = [
  { path: /^\/(?:healthz|readyz)$/, methods: 'GET, HEAD, OPTIONS' },
  { path: /^\/oauth2\/introspect$/, methods: 'POST' },
  {
    path: /^\/\.well-known\/oauth-authorization-server$/,
    methods: 'GET, HEAD, OPTIONS',
  },
  { path: /^\/(?:openapi\.json|metrics)$/, methods: 'GET, HEAD, OPTIONS' },
  { path: /^\/v1\/token$/, methods: 'GET, HEAD, OPTIONS' },
  { path: /^\/v1\/entities\/[^/]+\/records$/, methods: 'GET, HEAD, POST, OPTIONS' },
  { path: /^\/v1\/entities\/[^/]+\/records:batch$/, methods: 'POST, OPTIONS' },
  {
    path: /^\/v1\/entities\/[^/]+\/records\/[^/]+$/,
    methods: 'GET, HEAD, PUT, PATCH, DELETE, OPTIONS',
  },
]

/** The value of Allow for this path; null where nothing is. */
export const methodsAt = (path: string): string | null =>
  Object.hasOwn(docsAssets, path)
    ? 'GET, HEAD, OPTIONS'
    : (resources.find((one) => one.path.test(path))?.methods ?? null)
