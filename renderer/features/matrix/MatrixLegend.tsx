import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../../electron/contract/permission'

/** What the letters and the figure stand for. */
export function MatrixLegend() {
  const { t } = useTranslation('matrix')
  const { t: common } = useTranslation('common')
  const letters = permissions.map((one) => {
    const word = common(`permission.${one}`)
    return t('legend.letter', { letter: word.slice(0, 1), word })
  })
  return (
    <Typography variant="body2" color="textSecondary" sx={{ flex: 1, minWidth: 240 }}>
      {letters.join(' · ')} · <s>{t('legend.struck')}</s>: {t('legend.taken')}
      <br />
      {t('legend.power')}
    </Typography>
  )
}
