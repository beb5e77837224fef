import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../electron/contract/token'
import { ConfirmDialog } from './ConfirmDialog'
import { useTokenSwitch } from './use-token-switch'

type DisableTokenDialogProps = { token: Token; onClose(): void }

export function DisableTokenDialog({ token, onClose }: DisableTokenDialogProps) {
  const { t } = useTranslation('tokens')
  const { switchTo, isSwitching, failure } = useTokenSwitch()
  return (
    <ConfirmDialog
      open
      title={t('disable.title', { name: token.name })}
      confirmLabel={t('disable.confirm')}
      busy={isSwitching}
      failure={failure}
      onConfirm={() => switchTo(token, false, { onDone: onClose })}
      onClose={onClose}
    >
      <Typography>{t('disable.text')}</Typography>
    </ConfirmDialog>
  )
}
