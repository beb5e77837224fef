import type { Call } from '../contract/index'
import { whoMay } from '../contract/who-may'

/** Whether one of these calls is the administrator's alone. */
export const needsAdministrator = (calls: readonly Call[]): boolean =>
  calls.some((call) => whoMay[call] === 'administrator')
