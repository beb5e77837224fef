import { useTranslation } from 'react-i18next'
import type { RouteOutcome } from '../../../electron/contract/route-set'

/** What a tried request comes to, in a sentence; rules are counted as the table counts them. */
export function useOutcomeText() {
  const { t } = useTranslation('routeSets')
  const { t: common } = useTranslation('common')
  return (outcome: RouteOutcome): string => {
    switch (outcome.outcome) {
      case 'ambiguous':
      case 'no_route':
        return t(`test.${outcome.outcome}`)
      case 'open':
        return t('test.open', { rule: outcome.rule + 1 })
      case 'needs_token':
        return t(outcome.exists ? 'test.needs_token' : 'test.noEntity', {
          rule: outcome.rule + 1,
          permission: common(`permission.${outcome.permission}`),
          entity: outcome.entity,
        })
    }
  }
}
