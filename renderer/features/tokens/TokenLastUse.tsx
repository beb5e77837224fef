import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { exactWords, localZone } from '../../ui/moments'
import { When } from '../../ui/When'

/** When it was last used; from where is said on hover too. */
export function TokenLastUse({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  const { lastUsedAt, lastUsedFrom } = token
  if (lastUsedAt === null)
    return (
      <Typography component="span" variant="body2" color="textSecondary">
        {t('list.neverUsed')}
      </Typography>
    )
  return (
    <Box
      component="span"
      sx={{ whiteSpace: 'normal', lineHeight: 1.25 }}
      title={
        lastUsedFrom === null
          ? undefined
          : t('list.usedFrom', {
              moment: exactWords(lastUsedAt, localZone()),
              source: lastUsedFrom,
            })
      }
    >
      <When at={lastUsedAt} />
    </Box>
  )
}
