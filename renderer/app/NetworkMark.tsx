import LanRounded from '@mui/icons-material/LanRounded'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../keyward'
import { GoLink } from '../ui/GoLink'
import { ToneBadge } from '../ui/ToneBadge'

/** Stays for as long as other computers reach the gateway. */
export function NetworkMark() {
  const { t } = useTranslation('shell')
  const { data: gateway } = useAnswer('gateway.state', undefined)
  if (gateway?.reach !== 'other_computers' || gateway.state !== 'running') return null
  return (
    <Link component={GoLink} to="/api" underline="none">
      <ToneBadge tone="notice" icon={<LanRounded aria-hidden />}>
        {t('openToNetwork')}
      </ToneBadge>
    </Link>
  )
}
