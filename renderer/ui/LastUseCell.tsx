import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { exactWords, localZone } from './moments'
import { When } from './When'

type Props = { lastUsedAt: number | null; lastUsedFrom: string | null }

/** When it was last used; from where is said on hover too. */
export function LastUseCell({ lastUsedAt, lastUsedFrom }: Props) {
  const { t } = useTranslation('common')
  if (lastUsedAt === null)
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t('lastUse.neverUsed')}
      </Typography>
    )
  return (
    <Box
      component="span"
      sx={{ whiteSpace: 'normal', lineHeight: 1.25 }}
      title={
        lastUsedFrom === null
          ? undefined
          : t('lastUse.usedFrom', {
              moment: exactWords(lastUsedAt, localZone()),
              source: lastUsedFrom,
            })
      }
    >
      <When at={lastUsedAt} />
    </Box>
  )
}
