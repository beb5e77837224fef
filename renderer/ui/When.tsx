import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { useTranslation } from 'react-i18next'
import { exactWords, localZone, relativeWords } from './moments'
import { useNow } from './useNow'

type Props = { at: number | null; empty?: string }

/** A moment in human words; the exact local date, time and zone on hover. */
export function When({ at, empty }: Props) {
  const { t } = useTranslation('common')
  const now = useNow()
  if (at === null) return <Box component="span">{empty ?? t('when.never')}</Box>
  // What just happened may lie ahead of the clock, which is read only now and then.
  const words = relativeWords(at, now) ?? t('when.justNow')
  return (
    <Tooltip title={exactWords(at, localZone())} describeChild>
      <Box component="time" dateTime={new Date(at).toISOString()}>
        {words}
      </Box>
    </Tooltip>
  )
}
