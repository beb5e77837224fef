import Dialog from '@mui/material/Dialog'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import { useId, type ReactNode, type SubmitEvent } from 'react'
import { DiscardDialog } from './DiscardDialog'
import { FormButtons } from './FormButtons'
import { useLeaving } from './useLeaving'

type Props = {
  title: string
  confirmLabel: string
  /** What was typed is on its way to main: the answer has to be waited for. */
  busy: boolean
  /** Asked before what was typed is lost: "The user has not been created." */
  discard?: { hasTyped: boolean; text: string }
  /** Cancel is meant; where it undoes more than a few words, it asks as well. */
  cancelAsks?: boolean
  /** A form to scroll through: wider, and a click beside it does not close it. */
  long?: boolean
  onSubmit: (event: SubmitEvent) => unknown
  onClose: () => void
  children: ReactNode
}

export function FormDialog(props: Props) {
  const { title, confirmLabel, busy, discard, cancelAsks, long, onSubmit, onClose, children } =
    props
  const titleId = useId()
  const hasTyped = discard?.hasTyped ?? false
  const { leave, question } = useLeaving({ hasTyped, isBusy: busy, onClose })
  return (
    <>
      <Dialog
        open
        onClose={(_event, reason) => {
          if (!long || reason === 'escapeKeyDown') leave()
        }}
        aria-labelledby={titleId}
        maxWidth={long ? 'md' : 'sm'}
        fullWidth
      >
        <form noValidate onSubmit={(event) => void onSubmit(event)} style={{ display: 'contents' }}>
          <DialogTitle id={titleId}>{title}</DialogTitle>
          <DialogContent dividers={long}>{children}</DialogContent>
          <FormButtons
            confirmLabel={confirmLabel}
            busy={busy}
            onCancel={cancelAsks ? leave : onClose}
          />
        </form>
      </Dialog>
      {discard && <DiscardDialog {...question} text={discard.text} />}
    </>
  )
}
