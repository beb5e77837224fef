import LanRounded from '@mui/icons-material/LanRounded'
import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'
import { GoLink } from '../ui/GoLink'
import { narrowWindow } from '../ui/narrow-window'
import { ToneBadge } from '../ui/ToneBadge'

/**
 * Stays for as long as other computers reach the gateway. Beside the mark of a demo a narrow window
 * has room for its icon alone.
 */
export function NetworkMark({ besideDemo }: { besideDemo: boolean }) {
  const { t } = useTranslation('shell')
  const { data: gateway } = useAnswer('gateway.state', undefined)
  if (gateway?.reach !== 'other_computers' || gateway.state !== 'running') return null
  const words = t('openToNetwork')
  return (
    <Link component={GoLink} to="/api" underline="none" aria-label={words} title={words}>
      <ToneBadge tone="notice" icon={<LanRounded aria-hidden />}>
        <Box component="span" sx={besideDemo ? { [narrowWindow]: { display: 'none' } } : null}>
          {words}
        </Box>
      </ToneBadge>
    </Link>
  )
}
