import { activityExport } from './activity-export'
import { activityVerify } from './activity-verify'
import type { Command } from './command'
import { gatewayServe } from './gateway-serve'
import { scan } from './scan'
import { tokensDisable } from './tokens-disable'
import { tokensExpiring } from './tokens-expiring'
import { tokensList } from './tokens-list'
import { tokensRevoke } from './tokens-revoke'
import { tokensShow } from './tokens-show'
import { usersList } from './users-list'
import { verifyActivity } from './verify-activity'
import { verifyReport } from './verify-report'

/** Everything that `keyward` can be told. */
export const commands: readonly Command[] = [
  tokensList,
  tokensExpiring,
  tokensShow,
  tokensDisable,
  tokensRevoke,
  usersList,
  activityExport,
  activityVerify,
  verifyActivity,
  verifyReport,
  scan,
  gatewayServe,
]
