import Box from '@mui/material/Box'
import { Outlet, useLocation, useRouter } from '@tanstack/react-router'
import { Suspense, useEffect, useRef, useState } from 'react'
import { DigestPanel } from '../features/digest/DigestPanel'
import { narrowWindow } from '../ui/narrow-window'
import { useNotify } from '../ui/notify'
import { useRememberedTables } from '../ui/table-view'
import { ClockNotice } from './ClockNotice'
import { DemoWatermark } from './DemoWatermark'
import { KeysNotice } from './KeysNotice'
import { Loading } from './Loading'
import { SectionMenu } from './SectionMenu'
import { SkipLink } from './SkipLink'
import { TokenRotation } from './TokenRotation'
import { TopBar } from './TopBar'

/** The window of somebody who is signed in: the menu on top, a section's menu left, the page. */
export function Shell() {
  const page = useRef<HTMLElement>(null)
  const section = useLocation({ select: ({ pathname }) => pathname.split('/')[1] })
  const hasDigest = useHasDigest()
  useForgettingNotes()
  useRememberedTables()
  return (
    <Box sx={{ height: '100%', display: 'flex', flexDirection: 'column' }}>
      <SkipLink onSkip={() => page.current?.focus()} />
      <TopBar />
      <KeysNotice />
      <ClockNotice />
      <Box sx={{ flex: 1, minHeight: 0, display: 'flex' }}>
        {(section === 'parametrization' || section === 'audit' || section === 'api') && (
          <SectionMenu section={section} />
        )}
        <Box component="main" ref={page} tabIndex={-1} sx={pageLayout}>
          <DigestPanel isShown={hasDigest} onClosed={() => page.current?.focus()} />
          <TokenRotation>
            <Suspense fallback={<Loading />}>
              <Outlet />
            </Suspense>
          </TokenRotation>
        </Box>
      </Box>
      <DemoWatermark />
    </Box>
  )
}

/** The overview, and the page on which somebody signed in, say what is new since the last time. */
function useHasDigest() {
  const pathname = useLocation({ select: (location) => location.pathname })
  const [first] = useState(pathname)
  return pathname === '/overview' || pathname === first
}

/** A note is about what was done on a page, and is not carried to the next. */
function useForgettingNotes() {
  const router = useRouter()
  const { forget } = useNotify()
  useEffect(
    () =>
      router.subscribe('onBeforeLoad', ({ pathChanged }) => {
        if (pathChanged) forget()
      }),
    [router, forget],
  )
}

/**
 * A page is a column that scrolls. Where it holds a long table, everything around the table is
 * stretched to the bottom of the window, so that the table scrolls and its footer stays put.
 */
const pageLayout = {
  flex: 1,
  minWidth: 0,
  display: 'flex',
  flexDirection: 'column',
  overflow: 'auto',
  px: 3,
  py: 2.5,
  [narrowWindow]: { px: 2, py: 1.5 },
  outline: 'none',
  '& :has(.kw-table)': { display: 'flex', flexDirection: 'column', flex: '1 0 auto' },
  '& .kw-table': { flex: '1 0 auto' },
} as const
