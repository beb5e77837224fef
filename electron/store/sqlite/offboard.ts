import type { User } from '../../contract/user'
import type { OffboardingObstacle, OffboardingPlan } from '../registry'
import type { ActivityLog } from './activity-log'
import { revokeClient } from './client-store'
import { kept } from './kept'
import type { Sql } from './sql'
import { updateToken } from './token-update'
import { findUser, setUserStatus } from './user-status'

/** Disables a user and settles tokens and client credentials in the same transaction. */
export function offboard(
  { sql, log }: { sql: Sql; log: ActivityLog },
  plan: OffboardingPlan,
): User | OffboardingObstacle {
  try {
    return sql.change(() => {
      const status = { id: plan.userId, ifVersion: plan.ifVersion, at: plan.at }
      const refused = setUserStatus(sql, { ...status, status: 'disabled' })
      if (refused) return stop({ of: 'user', refused })
      log.append(plan.activity)
      for (const target of plan.targets) assertFit(sql, target)
      for (const update of plan.tokens) {
        const obstacle = updateToken(sql, update)
        if (obstacle) stop({ of: 'token', refused: obstacle, id: update.id })
        log.append(update.activity)
      }
      for (const client of plan.clients) {
        const obstacle = revokeClient(sql, client)
        if (obstacle) stop({ of: 'client', refused: obstacle, id: client.id })
        log.append(client.activity)
      }
      return kept(findUser(sql, plan.userId))
    })
  } catch (error) {
    if (error instanceof Stopped) return error.obstacle
    throw error
  }
}

function assertFit(sql: Sql, { id, ifVersion }: OffboardingPlan['targets'][number]) {
  const target = findUser(sql, id)
  if (target?.status !== 'active' || target.kind !== 'service_account')
    stop({ of: 'target', refused: 'transfer_target_unfit', id })
  else if (target.version !== ifVersion) stop({ of: 'target', refused: 'changed_meanwhile', id })
}

/** Thrown, so that what was written before it is undone. */
function stop(obstacle: OffboardingObstacle): never {
  throw new Stopped(obstacle)
}

class Stopped extends Error {
  constructor(readonly obstacle: OffboardingObstacle) {
    super(obstacle.refused)
  }
}
