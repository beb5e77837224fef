import * as z from 'zod'
import { Moment, RouteSetId, Version } from './id'
import { Networks } from './network'
import { Permission, type Permission as PermissionName } from './permission'
import { isRoutePath, namesEntity } from './route-path'
import { ApiName, Name } from './text'

/** The methods that a rule can name. All others fit no rule. */
export const routeMethods = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const
export const RouteMethod = z.enum(routeMethods)
export type RouteMethod = z.output<typeof RouteMethod>

/** The permission that a method needs by itself; OPTIONS is only ever opened by a rule. */
export const permissionOfMethod: Partial<Record<string, PermissionName>> = {
  GET: 'read',
  HEAD: 'read',
  POST: 'write',
  PUT: 'write',
  PATCH: 'write',
  DELETE: 'delete',
}

const label = '[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?'
const hostName = new RegExp(`^(?=.{1,253}$)${label}(?:\\.${label})*$|^\\[[0-9a-f:.]{2,45}\\]$`)

/** One line of a route set: what it fits, and what is then asked of the token. */
export const RouteRule = z
  .object({
    /** Without a port; null is any host. */
    host: z
      .string()
      .transform((text) => text.trim().toLowerCase())
      .pipe(z.string().regex(hostName, { error: 'host_name' }))
      .nullable()
      .default(null),
    /** None is every method that has a permission of its own. */
    methods: z
      .array(RouteMethod)
      .transform((given) => routeMethods.filter((one) => given.includes(one)))
      .default([]),
    /** Segments as they are or `{entity}` or `{id}`; `/**` at the end is everything below. */
    path: z.string().trim().max(512, { error: 'route_path' }).refine(isRoutePath, {
      error: 'route_path',
    }),
    /** The name of an entity; null takes it from `{entity}` in the path. */
    entity: z.string().max(63).nullable().default(null),
    /** `open` needs no token at all. */
    permission: z.enum(['by_method', ...Permission.options, 'open']).default('by_method'),
  })
  .superRefine(({ methods, path, entity, permission }, context) => {
    // One fault at a time: of a path that is none, nothing more can be said.
    if (!isRoutePath(path)) return
    const blame = (field: string, code: string) =>
      context.addIssue({ code: 'custom', path: [field], message: code })
    if (permission === 'open') {
      if (methods.length === 0) blame('methods', 'open_methods')
      if (namesEntity(path) || entity !== null) blame('entity', 'open_entity')
      return
    }
    if (entity === null && !namesEntity(path)) blame('entity', 'entity_missing')
    if (entity !== null && namesEntity(path)) blame('entity', 'entity_twice')
    if (permission === 'by_method' && methods.some((one) => !permissionOfMethod[one]))
      blame('permission', 'method_without_permission')
  })
export type RouteRule = z.output<typeof RouteRule>

/** In order: the first that fits decides. */
export const RouteRules = z.array(RouteRule).max(200, { error: 'too_many' })

/** Who may ask at all. Nobody would be a route set that refuses everything. */
const Proxies = Networks.min(1, { error: 'empty' })

/** This machine. */
export const localProxies = ['127.0.0.1/32', '::1/128']

/** How calls to another API are judged, where a proxy in front of it asks Keyward. */
export const RouteSet = z.object({
  id: RouteSetId,
  /** Stands in the address that the proxy asks. Never changes. */
  name: z.string(),
  title: z.string(),
  enabled: z.boolean(),
  proxies: z.array(z.string()),
  rules: z.array(RouteRule),
  createdAt: Moment,
  updatedAt: Moment,
  version: Version,
})
export type RouteSet = z.output<typeof RouteSet>

export const NewRouteSet = z.object({ name: ApiName, title: Name })
export type NewRouteSet = z.output<typeof NewRouteSet>

export const RouteSetChange = z.object({
  id: RouteSetId,
  version: Version,
  title: Name,
  enabled: z.boolean(),
  proxies: Proxies,
  rules: RouteRules,
})
export type RouteSetChange = z.output<typeof RouteSetChange>

export const RouteSetDeletion = z.object({ id: RouteSetId, version: Version })
export type RouteSetDeletion = z.output<typeof RouteSetDeletion>

/** A request to try rules with, before they are saved. */
export const RouteTrial = z.object({
  rules: RouteRules,
  method: z.string().trim().max(32),
  host: z.string().trim().max(260),
  /** As the client sends it, with what is percent-encoded. */
  path: z.string().max(2048),
})
export type RouteTrial = z.output<typeof RouteTrial>

export const RouteOutcome = z.discriminatedUnion('outcome', [
  /** The path, or the host, can be read in more than one way. */
  z.object({ outcome: z.literal('ambiguous') }),
  z.object({ outcome: z.literal('no_route') }),
  /** `rule` counts from 0. */
  z.object({ outcome: z.literal('open'), rule: z.number().int() }),
  z.object({
    outcome: z.literal('needs_token'),
    rule: z.number().int(),
    entity: z.string(),
    /** False where no entity has this name: then nobody is let through. */
    exists: z.boolean(),
    permission: Permission,
  }),
])
export type RouteOutcome = z.output<typeof RouteOutcome>

export const proxyKinds = ['nginx', 'caddy', 'traefik', 'envoy'] as const
export const ProxyKind = z.enum(proxyKinds)
export type ProxyKind = z.output<typeof ProxyKind>

/** What each proxy is configured with to ask for this route set. */
export const ProxyConfiguration = z.object({ proxy: ProxyKind, text: z.string() })
export type ProxyConfiguration = z.output<typeof ProxyConfiguration>
