import type { User } from '../contract/user'
import { localProxies, RouteRules } from '../contract/route-set'
import { activityEntry, routeSetSubject } from '../services/activity-entry'
import { routeSetFacts } from '../services/route-set-facts'
import { actorOf, mustBeDone, type DemoMeans } from './demo-world'
import { day } from './token-stories'
import type { DemoEvent } from './user-events'

/** Another API of the company, behind a proxy on this computer that asks about every call. */
const orderDesk = {
  name: 'order_desk',
  title: 'Order desk',
  enabled: true,
  proxies: localProxies,
  rules: RouteRules.parse([
    { path: '/healthz', methods: ['GET'], permission: 'open' },
    { path: '/api/{entity}/**' },
    { path: '/reports/**', entity: 'invoices', permission: 'read' },
  ]),
}

export function routeSetEvents(means: DemoMeans, administrator: User): DemoEvent[] {
  const at = means.now() - 37 * day
  const run = async () => {
    mustBeDone(
      await means.store.routeSets.insert({ ...orderDesk, at }, (created) =>
        activityEntry({
          at,
          actor: actorOf(administrator),
          action: 'route_set.created',
          subject: routeSetSubject(created),
          after: { name: created.name, ...routeSetFacts(created) },
        }),
      ),
    )
  }
  return [{ at, run }]
}
