import gateway0001 from '../migrations/gateway/0001-gateway.sql?raw'
import gateway0002 from '../migrations/gateway/0002-keys-and-usage.sql?raw'
import gateway0003 from '../migrations/gateway/0003-imports.sql?raw'
import gateway0004 from '../migrations/gateway/0004-client-usage.sql?raw'
import gateway0005 from '../migrations/gateway/0005-secrets-and-observation.sql?raw'
import gateway0006 from '../migrations/gateway/0006-usage-by-day.sql?raw'
import gateway0007 from '../migrations/gateway/0007-observed-until.sql?raw'
import registry0001 from '../migrations/registry/0001-registry.sql?raw'
import registry0002 from '../migrations/registry/0002-fields-and-networks.sql?raw'
import registry0003 from '../migrations/registry/0003-clients.sql?raw'
import registry0004 from '../migrations/registry/0004-route-sets.sql?raw'
import registry0005 from '../migrations/registry/0005-token-by-name.sql?raw'
import registry0006 from '../migrations/registry/0006-lifecycle.sql?raw'
import registry0007 from '../migrations/registry/0007-access-reviews.sql?raw'
import registry0008 from '../migrations/registry/0008-reminders.sql?raw'
import registry0009 from '../migrations/registry/0009-activity.sql?raw'
import registry0010 from '../migrations/registry/0010-policy-version-and-clock.sql?raw'

/** One of the two databases of a profile. `migrations[n]` leads to version n + 1. */
export type DatabaseFile = {
  name: 'registry.db' | 'gateway.db'
  /** In the header, so that no other SQLite file is taken for it. */
  applicationId: number
  migrations: string[]
}

export const registryFile: DatabaseFile = {
  name: 'registry.db',
  applicationId: 0x4b57_5247, // KWRG
  migrations: [
    registry0001,
    registry0002,
    registry0003,
    registry0004,
    registry0005,
    registry0006,
    registry0007,
    registry0008,
    registry0009,
    registry0010,
  ],
}

export const gatewayFile: DatabaseFile = {
  name: 'gateway.db',
  applicationId: 0x4b57_4757, // KWGW
  migrations: [
    gateway0001,
    gateway0002,
    gateway0003,
    gateway0004,
    gateway0005,
    gateway0006,
    gateway0007,
  ],
}
