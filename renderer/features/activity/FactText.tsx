import Box from '@mui/material/Box'
import Tooltip from '@mui/material/Tooltip'
import { exactWords, localZone, momentWords } from '../../ui/moments'
import type { FactValue } from './fact-changes'
import { momentIn, useFactWords } from './use-fact-words'

/** One value in words; a moment as a time, with the exact one on hover. */
export function FactText({ name, value }: { name: string; value: FactValue }) {
  const { valueOf } = useFactWords()
  const moment = momentIn(name, value)
  if (moment === null) return <>{valueOf(name, value)}</>
  return (
    <Tooltip title={exactWords(moment, localZone())} describeChild>
      <Box component="time" dateTime={new Date(moment).toISOString()}>
        {momentWords(moment, localZone())}
      </Box>
    </Tooltip>
  )
}
