import type { Enforced } from '../contract/enforced'
import type { RouteSetId } from '../contract/id'
import {
  localProxies,
  type NewRouteSet,
  type ProxyConfiguration,
  type RouteOutcome,
  type RouteRule,
  type RouteSet,
  type RouteSetChange,
  type RouteSetDeletion,
  type RouteTrial,
} from '../contract/route-set'
import { accepted, found } from './accepted'
import { activityEntry, differing, routeSetSubject } from './activity-entry'
import { matchRoute } from './match-route'
import type { Means } from './means'
import { canonicalNetwork } from './networks'
import { hostOf } from './original-host'
import { segmentsOf } from './original-path'
import { exampleSite, proxyConfigurations } from './proxy-configurations'
import { Refusal } from './refusal'
import { routeSetFacts as facts } from './route-set-facts'

export type RouteSetService = ReturnType<typeof createRouteSetService>

export function createRouteSetService({
  store,
  session,
  gateway,
  now,
  announce,
  address,
}: Means & {
  /** Where the gateway listens, or would. */
  address: () => Promise<string>
}) {
  const list = () => store.routeSets.list()

  const get = async (id: RouteSetId) => found(await store.routeSets.get(id))

  /** Without a rule yet, so that it refuses everything. */
  async function create(asked: NewRouteSet): Promise<RouteSet> {
    const actor = await session.actor()
    const at = now()
    const routeSet = accepted(
      await store.routeSets.insert(
        { ...asked, enabled: true, proxies: localProxies, rules: [], at },
        (created) =>
          activityEntry({
            at,
            actor,
            action: 'route_set.created',
            subject: routeSetSubject(created),
            after: { name: created.name, ...facts(created) },
          }),
      ),
      { route_set_name_taken: 'name' },
    )
    announce('route_sets', 'activity')
    await gateway.forget()
    return routeSet
  }

  async function change(asked: RouteSetChange): Promise<Enforced<RouteSet>> {
    const actor = await session.actor()
    const before = await get(asked.id)
    if (before.version !== asked.version) throw new Refusal('changed_meanwhile')
    await assertEntitiesExist(asked.rules)
    const at = now()
    const proxies = [...new Set(asked.proxies.map(canonicalNetwork))]
    const value = accepted(
      await store.routeSets.update(
        { ...asked, proxies, ifVersion: asked.version, at },
        activityEntry({
          at,
          actor,
          action: 'route_set.changed',
          subject: routeSetSubject({ id: before.id, title: asked.title }),
          ...differing(facts(before), facts({ ...asked, proxies })),
        }),
      ),
    )
    announce('route_sets', 'activity')
    return { value, enforced: await gateway.forget() }
  }

  async function remove({ id, version }: RouteSetDeletion): Promise<void> {
    const actor = await session.actor()
    const before = await get(id)
    const outcome = await store.routeSets.delete(
      { id, ifVersion: version },
      activityEntry({
        at: now(),
        actor,
        action: 'route_set.deleted',
        subject: routeSetSubject(before),
        before: { name: before.name, ...facts(before) },
      }),
    )
    if (outcome !== 'deleted') throw new Refusal(outcome)
    announce('route_sets', 'activity')
    await gateway.forget()
  }

  /** What these rules make of a request, by the very functions that the gateway asks. */
  async function match({ rules, method, host, path }: RouteTrial): Promise<RouteOutcome> {
    const segments = segmentsOf(path)
    const named = host === '' ? null : hostOf(host)
    if (segments === null || (host !== '' && named === null)) return { outcome: 'ambiguous' }
    const matched = matchRoute(rules, { method, host: named, segments })
    if (matched.outcome !== 'needs_token') return matched
    const entities = await store.entities.all()
    return { ...matched, exists: entities.some((entity) => entity.name === matched.entity) }
  }

  async function configuration(id: RouteSetId): Promise<ProxyConfiguration[]> {
    const { name } = await get(id)
    return proxyConfigurations({ gateway: await address(), routeSet: name, ...exampleSite })
  }

  async function assertEntitiesExist(rules: RouteRule[]) {
    const names = new Set((await store.entities.all()).map((entity) => entity.name))
    for (const [index, { entity }] of rules.entries())
      if (entity !== null && !names.has(entity))
        throw new Refusal('not_found', `rules.${index}.entity`)
  }

  return { list, get, create, change, remove, match, configuration }
}
