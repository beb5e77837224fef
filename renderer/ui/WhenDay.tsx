import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { dayWords, exactWords, localZone, relativeDays } from './moments'
import { useNow } from './useNow'

type Props = {
  at: number | null
  /** The zone in which the day was chosen; the one of this machine where none is known. */
  zone?: string | null
  empty?: string
  /** In a cell of a list: how far off it is stands below the day, as a name stands over its ID. */
  inCell?: boolean
}

/** An expiry: the day written out as it was meant, and how far off it is. */
export function WhenDay({ at, zone, empty, inCell = false }: Props) {
  const { t } = useTranslation('common')
  const now = useNow()
  if (at === null) return <Box component="span">{empty ?? t('when.never')}</Box>
  const here = localZone()
  const meant = zone ?? here
  const exact = [exactWords(at, meant), ...(meant === here ? [] : [exactWords(at, here)])]
  return (
    <Tooltip title={exact.join(' = ')} describeChild>
      <Box
        component="time"
        dateTime={new Date(at).toISOString()}
        sx={inCell ? { lineHeight: 1.25 } : null}
      >
        {dayWords(at, meant)}
        {!inCell && ' · '}
        <Box component="span" sx={{ color: 'text.secondary', ...(inCell && { display: 'block' }) }}>
          {relativeDays(at, now, meant)}
        </Box>
      </Box>
    </Tooltip>
  )
}
