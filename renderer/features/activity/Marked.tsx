import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { toneColours } from '../../ui/tones'

const marks = {
  added: { sign: '+', tone: 'good' },
  removed: { sign: '−', tone: 'bad' },
} as const

/** Read aloud, and not shown. */
const unseen = {
  position: 'absolute',
  width: 1,
  height: 1,
  overflow: 'hidden',
  clipPath: 'inset(50%)',
  whiteSpace: 'nowrap',
} as const

/** A value that came or went: a sign, a tint and, for who does not see them, a word. */
export function Marked({ as, children }: { as: keyof typeof marks; children: ReactNode }) {
  const { t } = useTranslation('activity')
  const { sign, tone } = marks[as]
  return (
    <Box
      component={as === 'added' ? 'ins' : 'del'}
      sx={(theme) => {
        const { text, background } = toneColours(theme, tone)
        return {
          display: 'inline-block',
          px: 0.75,
          borderRadius: 0.5,
          color: text,
          backgroundColor: background,
          textDecoration: 'none',
          overflowWrap: 'anywhere',
        }
      }}
    >
      <Box component="span" aria-hidden sx={{ fontWeight: 700, mr: 0.5, userSelect: 'none' }}>
        {sign}
      </Box>
      <Box component="span" sx={unseen}>
        {t(`facts.${as}`)}{' '}
      </Box>
      {children}
    </Box>
  )
}
