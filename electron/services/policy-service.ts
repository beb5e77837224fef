import type { Enforced } from '../contract/enforced'
import type { Policy } from '../contract/policy'
import type { Registry } from '../store/registry'
import { activityEntry, differing, soleSubject } from './activity-entry'
import type { Announce } from './announce'
import type { GatewayControl } from './gateway-control'
import type { SessionService } from './session-service'

export type PolicyService = ReturnType<typeof createPolicyService>

export function createPolicyService({
  store,
  session,
  gateway,
  now,
  announce,
}: {
  store: Registry
  session: Pick<SessionService, 'actor'>
  gateway: Pick<GatewayControl, 'forget'>
  now: () => number
  announce: Announce
}) {
  const get = () => store.policy.get()

  async function set(policy: Policy): Promise<Enforced<Policy>> {
    const actor = await session.actor()
    await store.policy.set(
      policy,
      activityEntry({
        at: now(),
        actor,
        action: 'policy.changed',
        subject: soleSubject('policy', 'Policy'),
        ...differing(await get(), policy),
      }),
    )
    announce('policy', 'activity')
    return { value: await get(), enforced: await gateway.forget() }
  }

  return { get, set }
}
