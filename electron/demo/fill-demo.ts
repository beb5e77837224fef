import type { Entity } from '../contract/entity'
import type { User } from '../contract/user'
import { activityEntry, keyward, soleSubject } from '../services/activity-entry'
import { backupEvents } from './demo-backup'
import { keepCalls } from './demo-calls'
import { castClients, clientEvents } from './demo-clients'
import { createEntities, createRecords } from './demo-entities'
import { castTokens, type DemoToken } from './demo-tokens'
import { createAdministrator, createUsers } from './demo-users'
import { routeSetEvents } from './demo-route-sets'
import type { DemoMeans } from './demo-world'
import { createSeeded } from './seeded'
import { tokenEvents } from './token-events'
import { day } from './token-stories'
import { userEvents } from './user-events'

/** Any number would do; this one is kept so that every demo tells the same story. */
const seed = 20_261_121

/** When the invented company began to use Keyward; no token's story reaches further back. */
const companyAgeDays = 400

/** Since when the invented gateway counts calls. */
const observedDays = 200

/**
 * Fills an empty profile with a believable company, each change at its moment and with its entry
 * in the activity log. Answers with the administrator whom the demo signs in.
 */
export async function fillDemo(given: Omit<DemoMeans, 'seeded'>): Promise<User> {
  // One moment for all of it: what is told is counted back from there.
  const now = given.now()
  const means = { ...given, now: () => now, seeded: createSeeded(seed) }
  const from = now - companyAgeDays * day
  const administrator = await createAdministrator(means, from)
  const entities = await createEntities(means, administrator, from)
  const users = await createUsers(means, administrator, from + day)
  const tokens = castTokens(means, users, entities)
  const clients = castClients(means, users)

  const events = [
    ...userEvents(means, administrator, users, entities),
    ...tokens.flatMap((token) => tokenEvents(means, administrator, token, entities)),
    ...clients.flatMap((client) => clientEvents(means, administrator, client)),
    ...routeSetEvents(means, administrator),
    ...backupEvents(means, administrator),
  ]
  for (const { run } of events.toSorted((one, other) => one.at - other.at)) await run()

  means.gatewayData.beginObservation(from)
  await createRecords(means, entities, (entity) => writerOf(entity, tokens))
  means.gatewayData.beginObservation(now - observedDays * day)
  const refused = await keepCalls(means, tokens, entities)
  const asked = clients.flatMap(({ usage }) => usage ?? [])
  await means.gatewayData.keep([], [], [], asked)
  await means.store.activity.append(
    activityEntry({
      at: now,
      actor: keyward,
      action: 'demo.filled',
      subject: soleSubject('settings', 'Demo'),
      after: {
        users: users.length,
        entities: entities.length,
        tokens: tokens.length,
        refusedCalls: refused,
      },
    }),
  )
  return administrator
}

/** Whose system wrote an entity's records: the first user with a token that may. */
function writerOf(entity: Entity, tokens: DemoToken[]): string {
  const writer = tokens.find(({ rights }) =>
    rights.grants.some((one) => one.entityId === entity.id && one.permissions.includes('write')),
  )
  return writer?.user.displayName ?? 'Demo'
}
