import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { UsageDay } from '../../../electron/contract/usage'
import { dayWords } from '../../ui/moments'

type Props = { days: UsageDay[]; zone: string }

/** The numbers of the picture, the latest day first; as high as the picture. */
export function CallsByDayTable({ days, zone }: Props) {
  const { t } = useTranslation('overview')
  return (
    // It scrolls, so it can be focused.
    <TableContainer tabIndex={0} sx={{ height: 200 }}>
      <Table size="small" stickyHeader aria-label={t('byDay.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('byDay.day')}</TableCell>
            <TableCell align="right">{t('calls.allowed')}</TableCell>
            <TableCell align="right">{t('calls.refused')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.toReversed().map(({ at, allowed, refused }) => (
            <TableRow key={at}>
              <TableCell component="th" scope="row">
                {dayWords(at, zone)}
              </TableCell>
              <TableCell align="right">{allowed.toLocaleString('en-GB')}</TableCell>
              <TableCell align="right">{refused.toLocaleString('en-GB')}</TableCell>
            </TableRow>
          ))}
        </TableBody>
      </Table>
    </TableContainer>
  )
}
