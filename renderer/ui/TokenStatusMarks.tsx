import AutorenewRounded from '@mui/icons-material/AutorenewRounded'
import BedtimeOutlined from '@mui/icons-material/BedtimeOutlined'
import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Tooltip from '@mui/material/Tooltip'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../electron/contract/token'
import { exactWords, localZone } from './moments'
import { TokenStatusBadge } from './TokenStatusBadge'

/** The status, and beside it what else is going on: a rotation, or that nobody calls. */
export function TokenStatusMarks({ token }: { token: Token }) {
  const { t } = useTranslation('inventory')
  const { rotatingUntil, unusedMark, unusedSince } = token
  const moment = (at: number) => exactWords(at, localZone())
  return (
    <Stack direction="row" sx={{ gap: 0.5, alignItems: 'center', minWidth: 0 }}>
      <TokenStatusBadge token={token} />
      {rotatingUntil !== null && (
        <Mark words={t('mark.rotating', { moment: moment(rotatingUntil) })}>
          <AutorenewRounded fontSize="inherit" />
        </Mark>
      )}
      {unusedMark !== null && unusedSince !== null && (
        <Mark words={t(`mark.${unusedMark}`, { moment: moment(unusedSince) })}>
          <BedtimeOutlined fontSize="inherit" />
        </Mark>
      )}
    </Stack>
  )
}

function Mark({ words, children }: { words: string; children: ReactNode }) {
  return (
    <Tooltip title={words}>
      <Box
        component="span"
        role="img"
        sx={{ display: 'inline-flex', fontSize: 18, color: 'text.secondary' }}
      >
        {children}
      </Box>
    </Tooltip>
  )
}
