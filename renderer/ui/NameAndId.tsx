import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import type { ReactNode } from 'react'

type Props = {
  name: string
  id: string
  /** The name as something else than plain text: a link. */
  children?: ReactNode
}

/** A token's name over its ID; a name cut off by its column is whole on hover. */
export function NameAndId({ name, id, children }: Props) {
  return (
    <Box sx={{ lineHeight: 1.25, minWidth: 0 }}>
      <Typography variant="body2" noWrap title={name} sx={{ fontWeight: 600 }}>
        {children ?? name}
      </Typography>
      <Typography
        variant="caption"
        component="div"
        color="textSecondary"
        noWrap
        sx={{ fontFamily: 'monospace', lineHeight: 1.2 }}
      >
        {id}
      </Typography>
    </Box>
  )
}
