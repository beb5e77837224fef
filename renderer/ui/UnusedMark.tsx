import HistoryToggleOffRounded from '@mui/icons-material/HistoryToggleOffRounded'
import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../electron/contract/token'
import { exactWords, localZone } from './moments'
import { unusedDays } from './unused-days'
import { useNow } from './useNow'

type Props = { token: Pick<Token, 'unusedMark' | 'unusedSince'> }

/** Quiet words on a token that nobody seems to need; nothing where the policy has no mark for it. */
export function UnusedMark({ token }: Props) {
  const { t } = useTranslation('common')
  const days = unusedDays(token, useNow())
  if (days === null || token.unusedSince === null) return null
  return (
    <Box
      component="span"
      title={t('unused.since', { moment: exactWords(token.unusedSince, localZone()) })}
      sx={{
        display: 'inline-flex',
        alignItems: 'center',
        gap: 0.5,
        typography: 'caption',
        lineHeight: 1.2,
        color: 'text.secondary',
        whiteSpace: 'nowrap',
        '& svg': { fontSize: 14 },
      }}
    >
      <HistoryToggleOffRounded aria-hidden />
      {t('unused.mark', { count: days })}
    </Box>
  )
}
