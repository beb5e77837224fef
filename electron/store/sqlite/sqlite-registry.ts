import type { Registry } from '../registry'
import { createActivityLog, type Chain } from './activity-log'
import { createActivityStore } from './activity-store'
import { createAttemptStore } from './attempt-store'
import { createCallStore } from './call-store'
import { createEntityStore } from './entity-store'
import { openRegistry } from './open-registry'
import { readOverview } from './overview'
import { createPolicyStore } from './policy-store'
import { createSettingStore } from './setting-store'
import { createSql } from './sql'
import { createTokenStore } from './token-store'
import { createUserStore } from './user-store'

/** Locks the registry alone: BEGIN IMMEDIATE would also wait for the gateway to stop writing. */
export const lockRegistry = 'update main.policy set one = one where false'

/** The registry in a profile folder. Throws a `StoreFailure` when it cannot be opened. */
export function createSqliteRegistry({
  folder,
  chain,
}: {
  folder: string
  chain: Chain
}): Registry {
  const db = openRegistry(folder)
  const sql = createSql(db, lockRegistry)
  const log = createActivityLog({ sql, chain })
  return {
    users: createUserStore({ sql, log }),
    entities: createEntityStore({ sql, log }),
    tokens: createTokenStore({ sql, log }),
    policy: createPolicyStore({ sql, log }),
    settings: createSettingStore({ sql, log }),
    attempts: createAttemptStore({ sql, log }),
    activity: createActivityStore({ sql, log, chain }),
    calls: createCallStore({ sql }),
    overview: async (now) => readOverview(sql, now),
    close: () => db.close(),
  }
}
