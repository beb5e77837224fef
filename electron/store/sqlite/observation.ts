import { day } from '../../contract/time'
import { build, buildGateway, type Sql } from './sql'

/**
 * Since when calls are counted. Days in which no gateway ran count against no token: one that was
 * off for half the days that a token may be unused begins to observe anew.
 */
export function createObservation({ registry, gateway }: { registry: Sql; gateway: Sql }) {
  return {
    begin(at: number): void {
      const stored = gateway.first(buildGateway.selectFrom('observation').selectAll())
      if (!stored) gateway.run(buildGateway.insertInto('observation').values(begun(at)))
      else if (wasOffForLong(at - (stored.until ?? at)))
        gateway.run(buildGateway.updateTable('observation').set(begun(at)))
      else goesOn(at)
    },
    goesOn,
  }

  function goesOn(until: number): void {
    gateway.run(buildGateway.updateTable('observation').set({ until }))
  }

  function wasOffForLong(off: number): boolean {
    const policy = registry.first(build.selectFrom('policy').select('unused_disable_days'))
    const allowed = policy?.unused_disable_days ?? null
    return allowed !== null && off >= (allowed * day) / 2
  }
}

const begun = (at: number) => ({ one: 1, since: at, until: at })
