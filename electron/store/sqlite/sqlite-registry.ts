import { sql as raw } from 'kysely'
import type { Registry } from '../registry'
import type { Seals } from '../../crypto/types'
import { createAnchorFile } from '../anchor-file'
import { createActivityAnchors } from './activity-anchors'
import { createActivityLog, type Chain } from './activity-log'
import { createActivityStore } from './activity-store'
import { createAttemptStore } from './attempt-store'
import { createCallStore } from './call-store'
import { createClientStore } from './client-store'
import { createClockStore } from './clock-store'
import { createEntityStore } from './entity-store'
import { createImportRuns } from './import-runs'
import { offboard } from './offboard'
import { openRegistry } from './open-registry'
import { readOverview } from './overview'
import { createPolicyStore } from './policy-store'
import { createRegistryRecords } from './registry-records'
import { createReminderStore } from './reminder-store'
import { createReviewStore } from './review-store'
import { createRouteSetStore } from './route-set-store'
import { createSavedViewStore } from './saved-view-store'
import { createSettingStore } from './setting-store'
import { createSql, type Sql } from './sql'
import { createTokenStore } from './token-store'
import { createUsageStore } from './usage-store'
import { createUserStore } from './user-store'

/** Locks the registry alone: BEGIN IMMEDIATE would also wait for the gateway to stop writing. */
export const lockRegistry = 'update main.policy set one = one where false'

/** The registry in a profile folder. Throws a `StoreFailure` when it cannot be opened. */
export function createSqliteRegistry({
  folder,
  chain,
  anchor,
}: {
  folder: string
  chain: Chain
  anchor: Seals['anchor']
}): Registry {
  const db = openRegistry(folder)
  const sql = createSql(db, lockRegistry)
  const anchorFile = createAnchorFile({ folder, seal: anchor })
  const anchors = createActivityAnchors({ sql, file: anchorFile })
  const log = createActivityLog({ sql, chain, appended: anchors.appended })
  alignVersions(sql)
  const dataVersion = db.prepare<[], number>('pragma main.data_version').pluck()
  return {
    users: createUserStore({ sql, log }),
    entities: createEntityStore({ sql, log }),
    records: createRegistryRecords({ db, log }),
    // The gateway's file is written too, so its lock is taken along.
    imports: createImportRuns({ sql: createSql(db), log }),
    tokens: createTokenStore({ db, sql, log }),
    clients: createClientStore({ sql, log }),
    policy: createPolicyStore({ sql, log }),
    routeSets: createRouteSetStore({ sql, log }),
    reviews: createReviewStore({ sql, log }),
    reminders: createReminderStore({ sql }),
    settings: createSettingStore({ sql, log }),
    savedViews: createSavedViewStore({ sql }),
    clock: createClockStore({ sql: createSql(db), log }),
    attempts: createAttemptStore({ sql, log }),
    activity: createActivityStore({ sql, log, chain, anchors, anchorFile }),
    calls: createCallStore({ sql }),
    offboard: async (plan) => offboard({ sql, log }, plan),
    usage: createUsageStore({ sql }),
    overview: async (now) => readOverview(sql, now),
    // Of the registry alone: the gateway writes its own file all the time.
    changeMarker: () => dataVersion.get() ?? 0,
    close: () => {
      anchors.close()
      db.close()
    },
  }
}

/**
 * Two files are never cut off by a power failure at the same place: the registry says what the
 * versions are by which records are written.
 */
const alignVersions = (sql: Sql) =>
  sql.change(() =>
    sql.run(raw`insert into gw.entity_version (entity_id, version)
      select id, version from entity where true
      on conflict (entity_id) do update set version = excluded.version
        where version <> excluded.version`),
  )
