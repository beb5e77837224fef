import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserImport } from '../../../electron/contract/user-import'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { UserImportOutcome } from './UserImportOutcome'
import { UserImportProgress } from './UserImportProgress'

type Props = { current: UserImport; onChooseAgain: () => void }

/** From a chosen file to its users: what the dry run says, and the import of all or none. */
export function UserImportDialog({ current, onChooseAgain }: Props) {
  const { t } = useTranslation('users')
  const { t: common } = useTranslation('common')
  const titleId = useId()
  const start = useCommand('userImports.start')
  const cancel = useCommand('userImports.cancel')
  const { id, file, state, rows, faults, refused } = current
  const isRunning = state === 'checking' || state === 'importing'
  const isSound = state === 'checked' && faults.length === 0 && refused === 0
  const failure = failureIn(start.error) ?? failureIn(cancel.error)
  const leave = () => cancel.mutate({ id })
  return (
    <Dialog
      open
      onClose={(_event, reason) => {
        if (reason === 'escapeKeyDown' && !isRunning) leave()
      }}
      aria-labelledby={titleId}
      maxWidth="md"
      fullWidth
    >
      <DialogTitle id={titleId} sx={{ overflowWrap: 'anywhere' }}>
        {t('import.title', { file })}
      </DialogTitle>
      <DialogContent dividers>
        <Stack spacing={2}>
          {isRunning ? (
            <UserImportProgress current={current} />
          ) : (
            <UserImportOutcome current={current} />
          )}
          {failure && <FailureNotice failure={failure} />}
        </Stack>
      </DialogContent>
      <DialogActions>
        <Button loading={cancel.isPending} onClick={leave} autoFocus={!isSound}>
          {isRunning || isSound ? common('cancel') : common('close')}
        </Button>
        {!isRunning && !isSound && state !== 'done' && (
          <Button variant="contained" onClick={onChooseAgain}>
            {t('import.again')}
          </Button>
        )}
        {isSound && (
          <Button
            variant="contained"
            loading={start.isPending}
            onClick={() => start.mutate({ id })}
            autoFocus
          >
            {t('import.confirm', { count: rows })}
          </Button>
        )}
      </DialogActions>
    </Dialog>
  )
}
