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
}

/** An expiry: the day written out as it was meant, and how far off it is. */
export function WhenDay({ at, zone, empty }: Props) {
  const { t } = useTranslation('common')
  const now = useNow()
  if (at === null) return <Box component="span">{empty ?? t('when.never')}</Box>
  const here = localZone()
  const meant = zone ?? here
  const exact = [exactWords(at, meant), ...(meant === here ? [] : [exactWords(at, here)])]
  return (
    <Tooltip title={exact.join(' = ')} describeChild>
      <Box component="time" dateTime={new Date(at).toISOString()}>
        {dayWords(at, meant)}
        <Box component="span" sx={{ color: 'text.secondary' }}>
          {' · '}
          {relativeDays(at, now, meant)}
        </Box>
      </Box>
    </Tooltip>
  )
}
