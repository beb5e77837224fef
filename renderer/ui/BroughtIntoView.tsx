import Box from '@mui/material/Box'
import { useEffect, useRef, type ReactNode } from 'react'

/** What appears further down in a dialog would in a small window come to be below what is seen. */
export function BroughtIntoView({ children }: { children: ReactNode }) {
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => box.current?.scrollIntoView?.({ block: 'nearest' }), [])
  return (
    <Box ref={box} sx={{ scrollMarginBlock: 12 }}>
      {children}
    </Box>
  )
}
