import Box from '@mui/material/Box'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useId, type ReactNode } from 'react'
import { GoLink } from './GoLink'

type Props = {
  /** What a screen reader calls the row of tabs. */
  label: string
  tabs: readonly { name: string; label: string; to: string }[]
  current: string
  children: ReactNode
}

/** Tabs that are links, so that back and forward go through them, and the panel of the open one. */
export function PageTabs({ label, tabs, current, children }: Props) {
  const id = useId()
  return (
    <>
      <Tabs value={current} aria-label={label} sx={{ mb: 2 }}>
        {tabs.map((tab) => (
          <Tab
            key={tab.name}
            value={tab.name}
            label={tab.label}
            id={`${id}-${tab.name}`}
            aria-controls={`${id}-panel`}
            component={GoLink}
            to={tab.to}
          />
        ))}
      </Tabs>
      <Box role="tabpanel" id={`${id}-panel`} aria-labelledby={`${id}-${current}`}>
        {children}
      </Box>
    </>
  )
}
