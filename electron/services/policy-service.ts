import type { Enforced } from '../contract/enforced'
import type { Policy } from '../contract/policy'
import { activityEntry, differing, soleSubject } from './activity-entry'
import type { Means } from './means'

export type PolicyService = ReturnType<typeof createPolicyService>

export function createPolicyService({ store, session, gateway, now, announce }: Means) {
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
