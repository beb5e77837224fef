import { useTranslation } from 'react-i18next'
import { ConfirmDialog } from '../../ui/ConfirmDialog'

type Props = {
  file: string
  what: string
  busy: boolean
  onConfirm: () => void
  onClose: () => void
}

export function DiscardImportDialog({ file, what, busy, onConfirm, onClose }: Props) {
  const { t } = useTranslation('transfers')
  return (
    <ConfirmDialog
      open
      title={t('discard.title', { file })}
      confirmLabel={t('discard.confirm')}
      busy={busy}
      onConfirm={onConfirm}
      onClose={onClose}
    >
      {t('discard.text', { what })}
    </ConfirmDialog>
  )
}
