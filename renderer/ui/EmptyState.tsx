import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = { icon: ReactNode; title: string; text: string; action?: ReactNode }

/** Says why there is nothing, and what the next step is. */
export function EmptyState({ icon, title, text, action }: Props) {
  return (
    <Stack sx={{ alignItems: 'center', textAlign: 'center', gap: 1, px: 3, py: 7 }}>
      <Box
        aria-hidden
        sx={{ color: 'text.secondary', display: 'flex', mb: 0.5, '& svg': { fontSize: 32 } }}
      >
        {icon}
      </Box>
      <Typography variant="h3" component="h2">
        {title}
      </Typography>
      <Typography color="textSecondary" sx={{ maxWidth: 440 }}>
        {text}
      </Typography>
      {action && <Box sx={{ mt: 1.5 }}>{action}</Box>}
    </Stack>
  )
}
