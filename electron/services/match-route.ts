import type { Permission } from '../contract/permission'
import { permissionOfMethod, type RouteRule } from '../contract/route-set'

/** A request to the application behind the proxy. `host` null is one that the proxy did not name. */
export type RoutedRequest = { method: string; host: string | null; segments: string[] }

/** What a request needs by the first rule that fits it; `rule` counts from 0. */
export type RouteMatch =
  | { outcome: 'no_route' }
  | { outcome: 'open'; rule: number }
  | { outcome: 'needs_token'; rule: number; entity: string; permission: Permission }

/** The first rule that fits decides; where none does, nobody is let through. */
export function matchRoute(rules: readonly RouteRule[], request: RoutedRequest): RouteMatch {
  for (const [index, rule] of rules.entries()) {
    const fit = fitOf(rule, request)
    if (!fit) continue
    // It may be for this rule: a weaker one below must not decide instead.
    if (rule.host !== null && request.host === null) return { outcome: 'no_route' }
    return needOf(rule, index, request.method, fit.entity)
  }
  return { outcome: 'no_route' }
}

function fitOf(rule: RouteRule, { method, host, segments }: RoutedRequest) {
  const methods: readonly string[] = rule.methods
  const takesMethod =
    methods.length > 0 ? methods.includes(method) : Object.hasOwn(permissionOfMethod, method)
  if (!takesMethod) return null
  if (rule.host !== null && host !== null && rule.host !== host) return null
  return pathFit(rule.path, segments)
}

/** What `{entity}` stands for, null where the path has none; nothing where it does not fit. */
function pathFit(path: string, segments: readonly string[]): { entity: string | null } | null {
  const template = path === '/' ? [] : path.slice(1).split('/')
  const isOpenEnded = template.at(-1) === '**'
  if (isOpenEnded) template.pop()
  const fitsLength = isOpenEnded
    ? segments.length >= template.length
    : segments.length === template.length
  if (!fitsLength) return null
  let entity: string | null = null
  for (const [index, part] of template.entries()) {
    const segment = segments[index]!
    if (part === '{entity}') entity = segment
    else if (part !== '{id}' && part !== segment) return null
  }
  return { entity }
}

/** A rule that says too little to decide by refuses: none such can be saved. */
function needOf(
  rule: RouteRule,
  index: number,
  method: string,
  fromPath: string | null,
): RouteMatch {
  if (rule.permission === 'open') return { outcome: 'open', rule: index }
  const entity = rule.entity ?? fromPath
  const permission = rule.permission === 'by_method' ? permissionOfMethod[method] : rule.permission
  if (entity === null || permission === undefined) return { outcome: 'no_route' }
  return { outcome: 'needs_token', rule: index, entity, permission }
}
