import Box from '@mui/material/Box'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import { permissions, type Permission } from '../../../electron/contract/permission'
import type { NamedGrant } from '../../../electron/contract/token'
import { useGrantWords } from '../../ui/use-grant-words'

type Props = { before: NamedGrant[]; after: NamedGrant[]; label: string }

/** What is granted before and after, entity by entity; what goes is struck through. */
export function GrantDifference({ before, after, label }: Props) {
  const { t } = useTranslation('usage')
  const { t: common } = useTranslation('common')
  const { entityOf } = useGrantWords()
  const all = [
    ...before,
    ...after.filter((one) => before.every((old) => old.entityId !== one.entityId)),
  ]
  const has = (grants: NamedGrant[], { entityId }: NamedGrant, permission: Permission) =>
    grants.some((one) => one.entityId === entityId && one.permissions.includes(permission))
  const words = (grant: NamedGrant, grants: NamedGrant[], isGone: (one: Permission) => boolean) => {
    const held = permissions.filter((one) => has(grants, grant, one))
    return held.length === 0
      ? '–'
      : held.map((one, index) => (
          <span key={one}>
            {index > 0 && ', '}
            {isGone(one) ? (
              <Box component="del" sx={{ color: 'error.main' }} title={t('unused.takenAway')}>
                {common(`permission.${one}`)}
              </Box>
            ) : (
              common(`permission.${one}`)
            )}
          </span>
        ))
  }
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{t('column.entity')}</TableCell>
          <TableCell>{t('unused.before')}</TableCell>
          <TableCell>{t('unused.after')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {all.map((grant) => (
          <TableRow key={grant.entityId}>
            <TableCell component="th" scope="row">
              {entityOf(grant)}
            </TableCell>
            <TableCell>{words(grant, before, (one) => !has(after, grant, one))}</TableCell>
            <TableCell>{words(grant, after, () => false)}</TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
