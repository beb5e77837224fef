import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../electron/contract/permission'
import type { NamedGrant } from '../../electron/contract/token'
import { useGrantWords } from './use-grant-words'

/** What a token may do, for reading. */
export function GrantsTable({ grants, label }: { grants: NamedGrant[]; label: string }) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const { entityOf } = useGrantWords()
  if (grants.length === 0) return <Typography>{t('grants.nothing')}</Typography>
  return (
    <Table size="small" aria-label={label}>
      <TableHead>
        <TableRow>
          <TableCell>{t('details.entity')}</TableCell>
          {permissions.map((one) => (
            <TableCell key={one} align="center">
              {common(`permission.${one}`)}
            </TableCell>
          ))}
        </TableRow>
      </TableHead>
      <TableBody>
        {grants.map((grant) => (
          <TableRow key={grant.entityId}>
            <TableCell component="th" scope="row">
              {entityOf(grant)}
            </TableCell>
            {permissions.map((one) => (
              <TableCell key={one} align="center">
                {grant.permissions.includes(one) ? t('details.yes') : '–'}
              </TableCell>
            ))}
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}
