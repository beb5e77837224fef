import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'
import { Brand } from './Brand'

type Props = { title: string; text?: string; children: ReactNode }

/** A page before the door: signing in, the first start, a start that failed. */
export function DoorPage({ title, text, children }: Props) {
  return (
    <Box
      component="main"
      sx={{ height: '100%', display: 'grid', placeItems: 'safe center', p: 3, overflow: 'auto' }}
    >
      <Stack sx={{ width: '100%', maxWidth: 400, gap: 3 }}>
        <Brand />
        <Box>
          <Typography variant="h1">{title}</Typography>
          {text && (
            <Typography color="textSecondary" sx={{ mt: 0.5 }}>
              {text}
            </Typography>
          )}
        </Box>
        {children}
      </Stack>
    </Box>
  )
}
