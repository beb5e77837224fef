import { useTranslation } from 'react-i18next'
import type { Evidence, SecretInUse } from '../../../electron/contract/rotation'
import { lengthWords, relativeWords } from '../../ui/moments'

/** What the counters say about an old secret, as a sentence to decide by. */
export function useEvidenceWords() {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  return (old: SecretInUse, isOnly: boolean, evidence: Evidence, now: number): string => {
    const { verdict, unusedSince, newCalls } = evidence
    const secret = isOnly ? t('secrets.old') : t('secrets.numbered', { number: old.number })
    return t(`secrets.evidence.${verdict}`, {
      secret,
      count: newCalls,
      length: lengthWords(now - unusedSince) ?? t('secrets.lessThanAMinute'),
      ago: relativeWords(unusedSince, now) ?? common('when.justNow'),
      source: old.lastUsedFrom ?? '',
    })
  }
}
