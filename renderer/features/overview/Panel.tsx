import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useId, type ReactNode } from 'react'

type Props = { title: string; titleId?: string; aside?: ReactNode; children: ReactNode }

/** One framed part of the page, under its own heading. */
export function Panel({ title, titleId: givenId, aside, children }: Props) {
  const ownId = useId()
  const titleId = givenId ?? ownId
  return (
    <Box
      component="section"
      aria-labelledby={titleId}
      sx={(theme) => ({
        border: `1px solid ${theme.palette.divider}`,
        borderRadius: 1,
        p: 2,
        minWidth: 0,
      })}
    >
      <Box sx={{ display: 'flex', alignItems: 'baseline', gap: 2, mb: 1.5 }}>
        <Typography variant="h2" id={titleId} sx={{ flex: 1 }}>
          {title}
        </Typography>
        {aside}
      </Box>
      {children}
    </Box>
  )
}
