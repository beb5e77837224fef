import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Table from '@mui/material/Table'
import TableBody from '@mui/material/TableBody'
import TableCell from '@mui/material/TableCell'
import TableHead from '@mui/material/TableHead'
import TableRow from '@mui/material/TableRow'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { LeakScan } from '../../../electron/contract/leak'

type Props = { scan: Pick<LeakScan, 'unread' | 'unreadCount'>; onClose: () => void }

export function UnreadFilesDialog({ scan, onClose }: Props) {
  const { t } = useTranslation('leaks')
  const { t: common } = useTranslation('common')
  const titleId = useId()
  const { unread, unreadCount } = scan
  return (
    <Dialog open onClose={onClose} aria-labelledby={titleId} maxWidth="md" fullWidth>
      <DialogTitle id={titleId}>{t('unread.title')}</DialogTitle>
      <DialogContent dividers tabIndex={0}>
        <Table size="small" aria-labelledby={titleId}>
          <TableHead>
            <TableRow>
              <TableCell>{t('unread.file')}</TableCell>
              <TableCell>{t('unread.why')}</TableCell>
            </TableRow>
          </TableHead>
          <TableBody>
            {unread.map(({ path, reason }) => (
              <TableRow key={path}>
                <TableCell sx={{ overflowWrap: 'anywhere', userSelect: 'text' }}>{path}</TableCell>
                <TableCell>{t(`unread.reason.${reason}`)}</TableCell>
              </TableRow>
            ))}
          </TableBody>
        </Table>
        {unreadCount > unread.length && (
          <Typography variant="body2" color="textSecondary" sx={{ mt: 1.5 }}>
            {t('unread.more', { count: unreadCount - unread.length })}
          </Typography>
        )}
      </DialogContent>
      <DialogActions>
        <Button autoFocus onClick={onClose}>
          {common('close')}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
