import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogContentText from '@mui/material/DialogContentText'
import DialogTitle from '@mui/material/DialogTitle'
import { useId } from 'react'

type LeaveDialogProps = {
  open: boolean
  title: string
  text: string
  stayLabel: string
  leaveLabel: string
  onStay(): void
  onLeave(): void
}

/** Asks before something is lost for good. Staying has the focus, and Escape means it too. */
export function LeaveDialog(props: LeaveDialogProps) {
  const titleId = useId()
  return (
    <Dialog
      open={props.open}
      onClose={props.onStay}
      aria-labelledby={titleId}
      maxWidth="xs"
      fullWidth
    >
      <DialogTitle id={titleId}>{props.title}</DialogTitle>
      <DialogContent>
        <DialogContentText>{props.text}</DialogContentText>
      </DialogContent>
      <DialogActions>
        <Button onClick={props.onLeave} color="error">
          {props.leaveLabel}
        </Button>
        <Button onClick={props.onStay} variant="contained" autoFocus>
          {props.stayLabel}
        </Button>
      </DialogActions>
    </Dialog>
  )
}
