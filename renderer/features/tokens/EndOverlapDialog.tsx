import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'

type Props = {
  token: Token
  number: number
  /** What the counters say, which is what to decide by. */
  evidence: string
  isSafe: boolean
  onClose(): void
}

export function EndOverlapDialog({ token, number, evidence, isSafe, onClose }: Props) {
  const { t } = useTranslation('tokens')
  const notify = useNotify()
  const end = useCommand('tokens.endOverlap')
  const confirm = () =>
    end.mutate(
      { id: token.id, version: token.version, number },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`secrets.ended.${enforced}`, { name: token.name }))
          onClose()
        },
      },
    )
  return (
    <ConfirmDialog
      open
      title={t('secrets.endTitle', { name: token.name })}
      confirmLabel={t('secrets.end')}
      danger={!isSafe}
      busy={end.isPending}
      failure={failureIn(end.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{evidence}</Typography>
      <Typography>{t('secrets.endText')}</Typography>
    </ConfirmDialog>
  )
}
