import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { permissionsOn, type GrantInput } from '../../ui/permission-grants'
import { PermissionTable } from '../../ui/PermissionTable'

type Props = { token: Token; grants: GrantInput[]; onChange(grants: GrantInput[]): void }

/** What the token has now, of which boxes are cleared. */
export function NarrowTable({ token, grants, onChange }: Props) {
  const { t } = useTranslation('reviews')
  return (
    <PermissionTable
      label={t('form.leaves')}
      entities={token.grants.flatMap(({ entityId, entityName, entityTitle, permissions }) =>
        entityId === null
          ? []
          : [{ entityId, name: entityName ?? '', title: entityTitle ?? '', allowed: permissions }],
      )}
      allEntities={permissionsOn(token.grants, null)}
      grants={grants}
      onChange={onChange}
      beyondReason={t('form.notGranted')}
    />
  )
}
