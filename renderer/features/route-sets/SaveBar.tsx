import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'

type Props = { isDirty: boolean; busy: boolean; onUndo: () => void }

export function SaveBar({ isDirty, busy, onUndo }: Props) {
  const { t } = useTranslation('routeSets')
  return (
    <Stack direction="row" spacing={1.5} sx={{ alignItems: 'center' }}>
      <Button type="submit" variant="contained" disabled={!isDirty} loading={busy}>
        {t('form.save')}
      </Button>
      <Button onClick={onUndo} disabled={!isDirty || busy}>
        {t('form.reset')}
      </Button>
      {isDirty && <Typography color="textSecondary">{t('form.unsaved')}</Typography>}
    </Stack>
  )
}
