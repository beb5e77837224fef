import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { exactWords, localZone } from './moments'
import { When } from './When'

type Props = { lastUsedAt: number | null; lastUsedFrom: string | null }

/** When and from where something was used last, as a sentence: read before it is deleted. */
export function LastUse({ lastUsedAt, lastUsedFrom }: Props) {
  const { t } = useTranslation('common')
  if (lastUsedAt === null) return <Typography>{t('lastUse.never')}</Typography>
  return (
    <Typography>
      {t('lastUse.used')} <When at={lastUsedAt} />
      {lastUsedFrom === null ? null : <> {t('lastUse.from', { source: lastUsedFrom })}</>} (
      {exactWords(lastUsedAt, localZone())})
    </Typography>
  )
}
