import Button from '@mui/material/Button'
import DialogActions from '@mui/material/DialogActions'
import { useTranslation } from 'react-i18next'

type Props = { confirmLabel: string; busy: boolean; onCancel: () => void }

/** The foot of a dialog that is a form: Cancel, and the button that sends it. */
export function FormButtons({ confirmLabel, busy, onCancel }: Props) {
  const { t } = useTranslation('common')
  return (
    <DialogActions>
      <Button onClick={onCancel} disabled={busy}>
        {t('cancel')}
      </Button>
      <Button type="submit" variant="contained" loading={busy}>
        {confirmLabel}
      </Button>
    </DialogActions>
  )
}
