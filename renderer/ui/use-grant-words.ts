import { useTranslation } from 'react-i18next'
import type { NamedGrant } from '../../electron/contract/token'

/** How a grant is said: its entity, one line in full, and the letters of a chip. */
export function useGrantWords() {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const entityOf = (grant: NamedGrant) =>
    grant.entityId === null ? common('allEntities') : (grant.entityTitle ?? grant.entityName ?? '')
  const lineOf = (grant: NamedGrant) =>
    t('grants.line', {
      entity: entityOf(grant),
      permissions: grant.permissions.map((one) => common(`permission.${one}`)).join(', '),
    })
  const lettersOf = (grant: NamedGrant) =>
    grant.permissions.map((one) => t(`grants.short.${one}`)).join(' ')
  return { entityOf, lineOf, lettersOf }
}
