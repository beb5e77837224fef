import { useTranslation } from 'react-i18next'
import type { Facts } from '../../../electron/contract/activity'
import type { VerdictCheck } from '../../../electron/contract/explain'
import { exactWords, localZone } from '../../ui/moments'

/** What a check compared, in a sentence; null where there is nothing to add. */
export function useCheckWords() {
  const { t } = useTranslation('explain')
  const { t: common } = useTranslation('common')
  const moment = (fact: Facts[string] | undefined) =>
    typeof fact === 'string' ? exactWords(Date.parse(fact), localZone()) : common('when.never')
  const list = (fact: Facts[string] | undefined) =>
    Array.isArray(fact) && fact.length > 0 ? fact.join(', ') : common('none')

  const sentences: Record<VerdictCheck, (facts: Facts) => string | null> = {
    genuine: () => null,
    secret_current: ({ validUntil, at }) =>
      typeof validUntil !== 'string'
        ? null
        : t(validUntil > String(at) ? 'facts.secretOld' : 'facts.secretReplaced', {
            at: moment(validUntil),
          }),
    not_revoked: ({ revokedAt }) =>
      revokedAt === null ? null : t('facts.revokedAt', { at: moment(revokedAt) }),
    enabled: () => null,
    in_use: ({ unusedSince, unusedDisableDays }) =>
      typeof unusedDisableDays === 'number'
        ? t('facts.unusedSince', { at: moment(unusedSince), count: unusedDisableDays })
        : t('facts.noUnusedLimit'),
    user_active: ({ user }) => t('facts.user', { user }),
    started: ({ startsAt }) =>
      startsAt === null ? t('facts.noStart') : t('facts.startsAt', { at: moment(startsAt) }),
    not_expired: ({ expiresAt, limitedByPolicy }) =>
      t(limitedByPolicy === true ? 'facts.expiresByPolicy' : 'facts.expiresAt', {
        at: moment(expiresAt),
      }),
    source: ({ networks, source }) =>
      Array.isArray(networks) && networks.length > 0
        ? t('facts.networks', { networks: list(networks), source: source ?? common('none') })
        : t('facts.anywhere'),
    granted: ({ permissions }) => t('facts.grants', { permissions: list(permissions) }),
    user_access: ({ access }) => t('facts.access', { permissions: list(access) }),
  }
  return { factsOf: (check: VerdictCheck, facts: Facts) => sentences[check](facts) }
}
