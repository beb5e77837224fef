import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useCallback, useId, useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { failureIn } from '../keyward'
import { CopyCountdown } from './CopyCountdown'
import { FailureNotice } from './FailureNotice'
import { LeaveDialog } from './LeaveDialog'
import { SecretField } from './SecretField'
import { useSecretCopy } from './use-secret-copy'
import { useStay } from './use-stay'

type Props = {
  title: string
  /** Whose secret it is. */
  head: ReactNode
  /** What to do when it is lost. */
  onceHint: string
  secretLabel: string
  copyLabel: string
  secret: string
  onDone: () => void
  /** What comes below; handed what copies a text with the secret in it. */
  children: (copy: (text: string) => void) => ReactNode
}

/** The one moment at which a secret is on the screen. Whoever opens this forgets it on Done. */
export function SecretDialog(props: Props) {
  const { title, head, onceHint, secretLabel, copyLabel, secret, onDone, children } = props
  const { t } = useTranslation('common')
  const titleId = useId()
  const { copy, copied, isHandedOver, isCopying, error } = useSecretCopy(secret)
  const [isLeaving, setIsLeaving] = useState(false)
  const failure = failureIn(error)
  const ask = useCallback(() => setIsLeaving(true), [])
  useStay(!isHandedOver, ask)

  return (
    <>
      <Dialog
        open
        onClose={isHandedOver ? onDone : ask}
        aria-labelledby={titleId}
        maxWidth="md"
        fullWidth
      >
        <DialogTitle id={titleId}>{title}</DialogTitle>
        <DialogContent dividers>
          <Stack spacing={2.5}>
            {head}
            <Alert severity="warning">
              <strong>{t('secret.onlyOnce')}</strong>
              <br />
              {onceHint}
            </Alert>
            <SecretField label={secretLabel} secret={secret} />
            <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
              <Button
                variant="contained"
                autoFocus
                loading={isCopying}
                onClick={() => copy(secret)}
              >
                {copyLabel}
              </Button>
              {copied && <CopyCountdown key={copied.clearsAt} seconds={copied.seconds} />}
            </Stack>
            {failure && <FailureNotice failure={failure} />}
            {children(copy)}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={isHandedOver ? onDone : ask}>{t('secret.done')}</Button>
        </DialogActions>
      </Dialog>
      <LeaveDialog
        open={isLeaving}
        title={t('secret.notCopied.title')}
        text={t('secret.notCopied.text')}
        stayLabel={t('secret.notCopied.keep')}
        leaveLabel={t('secret.notCopied.confirm')}
        onStay={() => setIsLeaving(false)}
        onLeave={onDone}
      />
    </>
  )
}
