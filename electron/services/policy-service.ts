import type { Facts } from '../contract/activity'
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
        ...differing(factsOf(await get()), factsOf(policy)),
      }),
    )
    announce('policy', 'activity')
    return { value: await get(), enforced: await gateway.forget() }
  }

  return { get, set }
}

const factsOf = ({ reminderDays, ...policy }: Policy): Facts => ({
  ...policy,
  reminderDays: reminderDays.map(String),
})
