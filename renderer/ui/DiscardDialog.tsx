import { useTranslation } from 'react-i18next'
import { LeaveDialog } from './LeaveDialog'

type Props = {
  open: boolean
  /** What has not happened: "The token has not been created." */
  text: string
  onStay: () => void
  onLeave: () => void
}

/** Asks before a form that was typed into is closed. */
export function DiscardDialog({ open, text, onStay, onLeave }: Props) {
  const { t } = useTranslation('common')
  return (
    <LeaveDialog
      open={open}
      title={t('discard.title')}
      text={text}
      stayLabel={t('discard.keep')}
      leaveLabel={t('discard.confirm')}
      onStay={onStay}
      onLeave={onLeave}
    />
  )
}
