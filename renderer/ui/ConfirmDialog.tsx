import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import { FailureNotice } from './FailureNotice'

type Props = {
  open: boolean
  title: string
  confirmLabel: string
  danger?: boolean
  busy?: boolean
  confirmDisabled?: boolean
  failure?: Failure | null
  /** There is a list in it. */
  wide?: boolean
  onConfirm: () => void
  onClose: () => void
  children?: ReactNode
}

/** Asks before something happens. Enter confirms, Escape cancels, neither does while busy. */
export function ConfirmDialog(props: Props) {
  const { open, title, confirmLabel, danger = false, busy = false, confirmDisabled = false } = props
  const { failure = null, onConfirm, onClose, children } = props
  const { t } = useTranslation('common')
  const titleId = useId()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // A portal's events also reach the form of the page that opened the dialog.
    event.stopPropagation()
    if (!busy && !confirmDisabled) onConfirm()
  }

  return (
    <Dialog
      open={open}
      onClose={() => {
        if (!busy) onClose()
      }}
      aria-labelledby={titleId}
      maxWidth={props.wide ? 'md' : 'xs'}
      fullWidth
    >
      <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent>
          <Stack spacing={2}>
            {children}
            {failure && <FailureNotice failure={failure} />}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={onClose} disabled={busy}>
            {t('cancel')}
          </Button>
          <Button
            type="submit"
            variant="contained"
            color={danger ? 'error' : 'primary'}
            loading={busy}
            disabled={confirmDisabled}
            autoFocus={!confirmDisabled}
          >
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
