import DialogContent from '@mui/material/DialogContent'
import Stack from '@mui/material/Stack'
import type { KeyboardEvent, ReactNode } from 'react'
import { FormButtons } from '../../ui/FormButtons'

type Props = {
  confirmLabel: string
  busy: boolean
  onConfirm(): void
  onCancel(): void
  children: ReactNode
}

/** What both forms of a token are in: the scrolled fields, and the buttons below. */
export function TokenFormBody({ confirmLabel, busy, onConfirm, onCancel, children }: Props) {
  const confirmWithKeys = (event: KeyboardEvent) => {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey)) return
    event.preventDefault()
    onConfirm()
  }
  return (
    <form
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        onConfirm()
      }}
      style={{ display: 'contents' }}
    >
      <DialogContent dividers onKeyDown={confirmWithKeys}>
        <Stack spacing={2.5}>{children}</Stack>
      </DialogContent>
      <FormButtons confirmLabel={confirmLabel} busy={busy} onCancel={onCancel} />
    </form>
  )
}
