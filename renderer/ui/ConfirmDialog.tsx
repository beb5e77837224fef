import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId, type KeyboardEvent, type ReactNode, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import { FailureNotice } from './FailureNotice'

type Props = {
  open: boolean
  title: string
  confirmLabel: string
  danger?: boolean
  busy?: boolean
  /**
   * Stays in sight over the buttons, while the rest is scrolled: for a question with fields in it,
   * which Enter is for then.
   */
  foot?: ReactNode
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
  const { wide = false, foot, failure = null, onConfirm, onClose, children } = props
  const { t } = useTranslation('common')
  const titleId = useId()

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    // A portal's events also reach the form of the page that opened the dialog.
    event.stopPropagation()
    if (!busy && !confirmDisabled) onConfirm()
  }
  const keepFromSending = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement) event.preventDefault()
  }

  return (
    <Dialog
      open={open}
      onClose={() => {
        if (!busy) onClose()
      }}
      aria-labelledby={titleId}
      maxWidth={foot ? 'lg' : wide ? 'md' : 'xs'}
      fullWidth
    >
      <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent dividers={Boolean(foot)} {...(foot && { onKeyDown: keepFromSending })}>
          <Stack spacing={2}>
            {children}
            {failure && <FailureNotice failure={failure} />}
          </Stack>
        </DialogContent>
        {foot && (
          <Stack spacing={1} sx={{ px: 3, pt: 1.5 }}>
            {foot}
          </Stack>
        )}
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
            autoFocus={!confirmDisabled && !foot}
          >
            {confirmLabel}
          </Button>
        </DialogActions>
      </form>
    </Dialog>
  )
}
