import type { Failure } from '../contract/failure'
import { contract, type Call, type Handlers } from '../contract/index'
import { Refusal } from '../services/refusal'
import { defaultSettings } from '../services/settings-service'

/** When Keyward could not start: the window is told why, and everything else is refused with it. */
export function brokenHandlers({ code, detail }: Failure): Handlers {
  const refuse = () => {
    throw new Refusal(code, undefined, detail)
  }
  const refused = Object.fromEntries(
    Object.keys(contract).map((call) => [call as Call, refuse]),
  ) as unknown as Handlers
  return {
    ...refused,
    'session.state': () => ({ stage: 'broken', failure: { code, detail } }),
    'settings.get': () => defaultSettings,
  }
}
