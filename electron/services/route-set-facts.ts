import type { RouteRule, RouteSet } from '../contract/route-set'

/** What the activity log keeps of a route set. */
export const routeSetFacts = ({
  title,
  enabled,
  proxies,
  rules,
}: Pick<RouteSet, 'title' | 'enabled' | 'proxies' | 'rules'>) => ({
  title,
  enabled,
  proxies,
  rules: rules.map(ruleWords),
})

/** `by method erp.example/reports/** orders:read`. */
const ruleWords = ({ host, methods, path, entity, permission }: RouteRule): string => {
  const taken = methods.length > 0 ? methods.join(',') : 'by method'
  const needed = permission === 'by_method' ? 'by method' : permission
  const on = permission === 'open' ? '' : `${entity ?? '{entity}'}:`
  return `${taken} ${host ?? ''}${path} ${on}${needed}`
}
