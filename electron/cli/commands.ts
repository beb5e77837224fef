import type { Command } from './command'
import { gatewayServe } from './gateway-serve'
import { tokensDisable } from './tokens-disable'
import { tokensRevoke } from './tokens-revoke'
import { tokensShow } from './tokens-show'
import { usersList } from './users-list'

/** Everything that `keyward` can be told. */
export const commands: readonly Command[] = [
  tokensShow,
  tokensDisable,
  tokensRevoke,
  usersList,
  gatewayServe,
]
