import type { RouteSet } from '../contract/route-set'
import type { GatewayData } from '../store/gateway-data'
import type { RegistryAge } from './registry-age'

/** The route sets by name, read again when the registry changed. */
export function createRouteDirectory(given: {
  data: Pick<GatewayData, 'routeSets'>
  age: RegistryAge
}) {
  let kept: { age: number; byName: Map<string, RouteSet> } | null = null

  return {
    async find(name: string): Promise<RouteSet | null> {
      const age = given.age.current()
      if (kept?.age !== age) {
        const routeSets = await given.data.routeSets()
        kept = { age, byName: new Map(routeSets.map((one) => [one.name, one])) }
      }
      return kept.byName.get(name) ?? null
    },
  }
}

export type RouteDirectory = ReturnType<typeof createRouteDirectory>
