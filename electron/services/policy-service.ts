import type { Facts } from '../contract/activity'
import type { Enforced } from '../contract/enforced'
import type { KeptPolicy, Policy, PolicyChange } from '../contract/policy'
import type { ImpactAsked } from '../contract/policy-impact'
import { activityEntry, differing, soleSubject } from './activity-entry'
import type { Means } from './means'
import { Refusal } from './refusal'

/** A window always says which version it saw; without one, whatever is there is replaced. */
type Asked = Policy & Partial<Pick<PolicyChange, 'version' | 'confirmedStopping'>>

export type PolicyService = ReturnType<typeof createPolicyService>

export function createPolicyService({ store, session, gateway, now, announce }: Means) {
  const get = () => store.policy.get()

  const preview = (asked: ImpactAsked) => store.policy.impact(asked, now())

  async function set(change: Asked): Promise<Enforced<KeptPolicy>> {
    const actor = await session.actor()
    const { version, confirmedStopping = 0, ...policy } = change
    const before = await get()
    if (version !== undefined && version !== before.version) throw new Refusal('changed_meanwhile')
    const at = now()
    const impact = await store.policy.impact({ policy, kind: null }, at)
    // Counted anew: since the question was asked, one more of them may have been used.
    if (impact.stoppingInUse > confirmedStopping)
      throw new Refusal('policy_stops_tokens', 'confirmedStopping', {
        count: impact.stoppingInUse,
      })
    const { stopping, counts } = impact
    const facts = differing(factsOf(before), factsOf(policy))
    const outcome = await store.policy.set(
      policy,
      activityEntry({
        at,
        actor,
        action: 'policy.changed',
        subject: soleSubject('policy', 'Policy'),
        before: facts.before,
        after: {
          ...facts.after,
          stoppedTokens: stopping,
          ...(counts.works_again > 0 && { revivedTokens: counts.works_again }),
        },
      }),
      version,
    )
    if (outcome === 'changed_meanwhile') throw new Refusal(outcome)
    // Statuses are computed by the policy.
    announce('policy', 'tokens', 'activity')
    return { value: await get(), enforced: await gateway.forget() }
  }

  return { get, preview, set }
}

const factsOf = (policy: Policy): Facts => ({
  longestLifetimeDays: policy.longestLifetimeDays,
  neverAllowed: policy.neverAllowed,
  callsPerMinute: policy.callsPerMinute,
  defaultLifetimeDays: policy.defaultLifetimeDays,
  namePatterns: policy.namePatterns,
  unusedFlagDays: policy.unusedFlagDays,
  unusedDisableDays: policy.unusedDisableDays,
  reminderDays: policy.reminderDays.map(String),
})
