import Box from '@mui/material/Box'
import type { ReactNode } from 'react'
import { toneColours, type Tone } from './tones'

type Props = {
  tone: Tone
  icon?: ReactNode
  /** Second to another one, where both have to fit a row. */
  slim?: boolean
  children: ReactNode
}

/** An icon and a word on a tint: never colour alone. */
export function ToneBadge({ tone, icon, slim = false, children }: Props) {
  return (
    <Box
      component="span"
      sx={(theme) => {
        const { text, background } = toneColours(theme, tone)
        return {
          display: 'inline-flex',
          verticalAlign: 'middle',
          alignItems: 'center',
          gap: 0.5,
          height: slim ? 17 : 22,
          pl: 0.75,
          pr: slim ? 0.75 : 1,
          borderRadius: 1,
          color: text,
          backgroundColor: background,
          fontSize: slim ? 11 : theme.typography.caption.fontSize,
          fontWeight: 600,
          lineHeight: 1,
          whiteSpace: 'nowrap',
          '& svg': { fontSize: slim ? 12 : 14 },
        }
      }}
    >
      {icon}
      {children}
    </Box>
  )
}
