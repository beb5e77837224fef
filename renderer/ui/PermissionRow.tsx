import Checkbox from '@mui/material/Checkbox'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import Tooltip from '@mui/material/Tooltip'
import { memo } from 'react'
import { useTranslation } from 'react-i18next'
import { permissions, type Permission } from '../../electron/contract/permission'

type PermissionRowProps = {
  entityId: number | null
  title: string
  held: readonly Permission[]
  /** What "All entities" gives here already. */
  covered: readonly Permission[]
  allowed: readonly Permission[]
  beyondReason: string | undefined
  readOnly: boolean
  onToggle(entityId: number | null, permission: Permission, ticked: boolean): void
}

/** Memoised: with a hundred entities one tick draws one row anew, not three hundred boxes. */
export const PermissionRow = memo(function PermissionRow(props: PermissionRowProps) {
  const { t } = useTranslation('access')
  const { t: common } = useTranslation('common')
  const { entityId, title, held, covered, allowed, beyondReason, readOnly, onToggle } = props
  return (
    <TableRow hover>
      <TableCell component="th" scope="row" sx={entityId === null ? { fontWeight: 600 } : null}>
        {title}
      </TableCell>
      {permissions.map((permission) => {
        const isCovered = covered.includes(permission)
        const isBeyond = !isCovered && !allowed.includes(permission)
        return (
          <TableCell key={permission} align="center" padding="none">
            <Box
              name={t('box', { entity: title, permission: common(`permission.${permission}`) })}
              ticked={isCovered || held.includes(permission)}
              disabled={readOnly || isCovered || isBeyond}
              reason={
                readOnly
                  ? undefined
                  : isCovered
                    ? t('covered')
                    : isBeyond
                      ? beyondReason
                      : undefined
              }
              onTick={(ticked) => onToggle(entityId, permission, ticked)}
            />
          </TableCell>
        )
      })}
    </TableRow>
  )
})

type BoxProps = {
  name: string
  ticked: boolean
  disabled: boolean
  reason: string | undefined
  onTick(ticked: boolean): void
}

function Box({ name, ticked, disabled, reason, onTick }: BoxProps) {
  const box = (
    <Checkbox
      size="small"
      checked={ticked}
      disabled={disabled}
      onChange={(_event, next) => onTick(next)}
      slotProps={{ input: { 'aria-label': name, 'aria-description': reason } }}
    />
  )
  if (!reason) return box
  // A disabled box hears no pointer, so its reason hangs on a span around it.
  return (
    <Tooltip title={reason} describeChild>
      <span>{box}</span>
    </Tooltip>
  )
}
