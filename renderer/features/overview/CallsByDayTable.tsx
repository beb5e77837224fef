import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableContainer from '@mui/material/TableContainer'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import { useTranslation } from 'react-i18next'
import type { CallsOfDay } from '../../../electron/contract/daily-calls'
import { dayWords } from '../../ui/moments'

type Props = { days: CallsOfDay[]; zone: string }

/** The numbers of the picture, the latest day first; as high as the picture. */
export function CallsByDayTable({ days, zone }: Props) {
  const { t } = useTranslation('overview')
  return (
    // It scrolls, so it can be focused.
    <TableContainer tabIndex={0} sx={{ height: 230 }}>
      <Table size="small" stickyHeader aria-label={t('byDay.title')}>
        <TableHead>
          <TableRow>
            <TableCell>{t('byDay.day')}</TableCell>
            <TableCell align="right">{t('calls.allowed')}</TableCell>
            <TableCell align="right">{t('calls.refused')}</TableCell>
          </TableRow>
        </TableHead>
        <TableBody>
          {days.toReversed().map(({ from, allowed, refused }) => (
            <TableRow key={from}>
              <TableCell component="th" scope="row">
                {dayWords(from, zone)}
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
