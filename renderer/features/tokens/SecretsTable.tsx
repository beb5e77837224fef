import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { momentOfEnd, type SecretInUse } from '../../../electron/contract/rotation'
import { When } from '../../ui/When'

type Props = { secrets: SecretInUse[]; now: number }

/** Each secret by its number, the one in use first; never the secret itself. */
export function SecretsTable({ secrets, now }: Props) {
  const { t } = useTranslation('tokens')
  return (
    <Table
      size="small"
      aria-label={t('secrets.title')}
      sx={{ '& td, & th': { px: 1 }, '& td': { verticalAlign: 'top' } }}
    >
      <TableHead>
        <TableRow>
          <TableCell>{t('secrets.number')}</TableCell>
          <TableCell>{t('secrets.since')}</TableCell>
          <TableCell>{t('secrets.validUntil')}</TableCell>
          <TableCell align="right">{t('secrets.calls')}</TableCell>
          <TableCell>{t('secrets.lastUse')}</TableCell>
        </TableRow>
      </TableHead>
      <TableBody>
        {secrets.map((one) => (
          <TableRow key={one.number}>
            <TableCell sx={{ whiteSpace: 'nowrap' }}>
              {one.number}
              {one.isCurrent && (
                <Typography component="span" variant="body2" color="textSecondary">
                  {` ${t('secrets.inUse')}`}
                </Typography>
              )}
            </TableCell>
            <TableCell>
              <When at={one.since} empty={t('secrets.unknown')} />
            </TableCell>
            <TableCell>
              <End secret={one} now={now} />
            </TableCell>
            <TableCell align="right">{one.calls.toLocaleString('en-GB')}</TableCell>
            <TableCell>
              <When at={one.lastUsedAt} empty={t('secrets.notUsed')} />
              {one.lastUsedFrom !== null && (
                <Typography variant="caption" component="div" color="textSecondary">
                  {one.lastUsedFrom}
                </Typography>
              )}
            </TableCell>
          </TableRow>
        ))}
      </TableBody>
    </Table>
  )
}

function End({ secret: { validUntil }, now }: { secret: SecretInUse; now: number }) {
  const { t } = useTranslation('tokens')
  if (validUntil === null) return t('secrets.noEnd')
  return (
    <>
      {validUntil <= now && `${t('secrets.over')} `}
      <When at={momentOfEnd(validUntil)} />
    </>
  )
}
