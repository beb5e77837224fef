import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { permissions, type Permission } from '../../../electron/contract/permission'
import type { EntityToken } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'
import { useMay } from '../../ui/useMay'

type Props = { row: EntityToken; entityId: EntityId; entityTitle: string }

/** What a token may do on one entity, changed in place; the last one is taken away after a question. */
export function PermissionsHere({ row, entityId, entityTitle }: Props) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const { t: access } = useTranslation('access')
  const may = useMay()
  const notify = useNotify()
  const set = useCommand('tokens.setPermissions')
  const [taking, setTaking] = useState(false)
  const [saved, setSaved] = useState(0)
  const { token, granted, throughAll, allowed } = row
  const mayChange = may('tokens.setPermissions') && token.revokedAt === null

  const save = (next: Permission[]) =>
    set.mutate(
      { id: token.id, version: token.version, entityId, permissions: next },
      {
        onSuccess: ({ value, enforced }) => {
          setTaking(false)
          setSaved(value.version)
          notify.success(t(`entity.saved.${enforced}`, { name: token.name }))
        },
        onError: (error) => {
          const failure = failureIn(error)
          if (failure && !taking) notify.failure(failure)
        },
      },
    )
  const toggle = (permission: Permission, ticked: boolean) => {
    // The list has not followed the last change yet. Disabling the boxes would cost the focus.
    if (token.version < saved) return
    const next = permissions.filter((one) => (one === permission ? ticked : granted.includes(one)))
    if (next.length === 0) setTaking(true)
    else save(next)
  }

  return (
    <Stack direction="row" onClick={(event) => event.stopPropagation()}>
      {permissions.map((permission) => {
        const isCovered = throughAll.includes(permission)
        const isHeld = granted.includes(permission)
        const isBeyond = !allowed.includes(permission)
        const reason = isCovered
          ? access('covered')
          : isBeyond
            ? t('create.beyondAccess')
            : undefined
        const name = access('box', {
          entity: `${token.name}, ${entityTitle}`,
          permission: common(`permission.${permission}`),
        })
        return (
          <Tooltip key={permission} title={reason ?? ''} describeChild>
            <span>
              <FormControlLabel
                label={common(`permission.${permission}`).slice(0, 1)}
                sx={{ mr: 1, ml: 0, gap: 0.25, '& .MuiCheckbox-root': { p: 0.5 } }}
                control={
                  <Checkbox
                    size="small"
                    checked={isCovered || isHeld}
                    disabled={!mayChange || isCovered || (isBeyond && !isHeld)}
                    onChange={(_event, ticked) => toggle(permission, ticked)}
                    slotProps={{ input: { 'aria-label': name, 'aria-description': reason } }}
                  />
                }
              />
            </span>
          </Tooltip>
        )
      })}
      {taking && (
        <ConfirmDialog
          open
          title={t('entity.takeTitle', { name: token.name, entity: entityTitle })}
          confirmLabel={t('entity.take')}
          busy={set.isPending}
          failure={failureIn(set.error)}
          onConfirm={() => save([])}
          onClose={() => setTaking(false)}
        >
          {t('entity.takeText')}
        </ConfirmDialog>
      )}
    </Stack>
  )
}
