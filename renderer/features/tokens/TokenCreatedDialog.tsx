import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useCallback, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { IssuedToken } from '../../../electron/contract/token'
import { failureIn } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { LeaveDialog } from '../../ui/LeaveDialog'
import { NameAndId } from '../../ui/NameAndId'
import { WhenDay } from '../../ui/WhenDay'
import { CopyCountdown } from './CopyCountdown'
import { GrantsTable } from './GrantsTable'
import { SecretField } from './SecretField'
import { TokenSamples } from './TokenSamples'
import { useSecretCopy } from './use-secret-copy'
import { useStay } from './use-stay'

type TokenCreatedDialogProps = { issued: IssuedToken; onDone(): void }

/** The one moment at which the secret is on the screen. Whoever opens this forgets it on Done. */
export function TokenCreatedDialog({ issued, onDone }: TokenCreatedDialogProps) {
  const { t } = useTranslation('tokens')
  const titleId = useId()
  const { token, secret, baseUrl } = issued
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
        <DialogTitle id={titleId}>{t('created.title')}</DialogTitle>
        <DialogContent dividers>
          <Stack spacing={2.5}>
            <NameAndId name={token.name} id={token.id} />
            <Alert severity="warning">
              <strong>{t('created.onlyOnce')}</strong>
              <br />
              {t('created.onlyOnceHint')}
            </Alert>
            <SecretField secret={secret} />
            <Stack direction="row" spacing={2} sx={{ alignItems: 'center' }}>
              <Button
                variant="contained"
                autoFocus
                loading={isCopying}
                onClick={() => copy(secret)}
              >
                {t('created.copy')}
              </Button>
              {copied && <CopyCountdown key={copied.clearsAt} seconds={copied.seconds} />}
            </Stack>
            {failure && <FailureNotice failure={failure} />}
            <TokenSamples token={token} secret={secret} baseUrl={baseUrl} onCopy={copy} />
            <div>
              <Typography variant="subtitle2" component="h3">
                {t('created.mayDo')}
              </Typography>
              {token.grants.length === 0 ? (
                <Typography>{t('created.nothing')}</Typography>
              ) : (
                <GrantsTable grants={token.grants} label={t('created.mayDo')} />
              )}
            </div>
            <Typography>
              {t('created.expires')}: <WhenDay at={token.expiresAt} zone={token.expiryZone} />
            </Typography>
            {!token.enabled && <Alert severity="info">{t('created.disabled')}</Alert>}
          </Stack>
        </DialogContent>
        <DialogActions>
          <Button onClick={isHandedOver ? onDone : ask}>{t('created.done')}</Button>
        </DialogActions>
      </Dialog>
      <LeaveDialog
        open={isLeaving}
        title={t('created.notCopied.title')}
        text={t('created.notCopied.text')}
        stayLabel={t('created.notCopied.keep')}
        leaveLabel={t('created.notCopied.confirm')}
        onStay={() => setIsLeaving(false)}
        onLeave={onDone}
      />
    </>
  )
}
