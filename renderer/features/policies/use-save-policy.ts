import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { KeptPolicy, Policy } from '../../../electron/contract/policy'
import type { PolicyImpact } from '../../../electron/contract/policy-impact'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'
import { whatGetsStricter } from './stricter'

/** Looks first at what saving would do: whatever it does to a token is shown, and asked once. */
export function useSavePolicy(
  stored: KeptPolicy,
  { onSaved, onOutdated }: { onSaved(policy: KeptPolicy): void; onOutdated(): void },
) {
  const { t } = useTranslation('policies')
  const notify = useNotify()
  const preview = useCommand('policy.preview')
  const set = useCommand('policy.set')
  const [asked, setAsked] = useState<{ policy: Policy; impact: PolicyImpact } | null>(null)

  const save = (policy: Policy, confirmedStopping: number) =>
    set.mutate(
      { ...policy, version: stored.version, confirmedStopping },
      {
        onSuccess: ({ value, enforced }) => {
          setAsked(null)
          onSaved(value)
          notify.success(t(`saved.${enforced}`))
        },
        onError: (error) => {
          if (failureIn(error)?.code !== 'changed_meanwhile') return
          // What was shown is about another policy than the one that is stored now.
          setAsked(null)
          onOutdated()
        },
      },
    )

  const ask = (policy: Policy) => {
    set.reset()
    preview.mutate(
      { policy },
      {
        onSuccess: (impact) => {
          if (impact.tokens > 0 || whatGetsStricter(stored, policy).length > 0)
            setAsked({ policy, impact })
          else save(policy, 0)
        },
      },
    )
  }

  return {
    ask,
    save,
    asked,
    close: () => setAsked(null),
    isBusy: preview.isPending || set.isPending,
    failure: failureIn(set.error) ?? failureIn(preview.error),
  }
}
