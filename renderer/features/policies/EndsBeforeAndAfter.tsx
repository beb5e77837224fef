import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import type { ImpactRow } from '../../../electron/contract/policy-impact'
import { dayWords, exactWords, localZone } from '../../ui/moments'

type Props = { row: Pick<ImpactRow, 'expiresBefore' | 'expiresAfter' | 'expiryZone'> }

/** The day on which it ends now and then, as it was meant; only one where both are the same. */
export function EndsBeforeAndAfter({ row: { expiresBefore, expiresAfter, expiryZone } }: Props) {
  const { t } = useTranslation('policies')
  const zone = expiryZone ?? localZone()
  const inDays = (at: number | null) => (at === null ? t('impact.never') : dayWords(at, zone))
  const exactly = (at: number | null) => (at === null ? t('impact.never') : exactWords(at, zone))
  if (expiresBefore === expiresAfter) return <Box component="span">{inDays(expiresAfter)}</Box>
  return (
    <Tooltip title={`${exactly(expiresBefore)} → ${exactly(expiresAfter)}`} describeChild>
      <Box sx={{ whiteSpace: 'nowrap' }}>
        <Box component="span" sx={{ color: 'text.secondary', textDecoration: 'line-through' }}>
          {inDays(expiresBefore)}
        </Box>
        <Box>{inDays(expiresAfter)}</Box>
      </Box>
    </Tooltip>
  )
}
