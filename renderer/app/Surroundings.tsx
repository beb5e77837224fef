import createCache from '@emotion/cache'
import { CacheProvider } from '@emotion/react'
import CssBaseline from '@mui/material/CssBaseline'
import { ThemeProvider } from '@mui/material/styles'
import useMediaQuery from '@mui/material/useMediaQuery'
import { QueryClientProvider } from '@tanstack/react-query'
import { useMemo, useState, type ReactNode } from 'react'
import { I18nextProvider } from 'react-i18next'
import { useAnnouncements, useAnswer } from '../keyward'
import { cspNonce } from '../ui/csp-nonce'
import { NotifyProvider } from '../ui/notify'
import { createQueryClient } from './query-client'
import { texts } from './texts'
import { keywardTheme } from './theme'

/** What every piece of the window lives in: answers, texts, styles, notes. */
export function Surroundings({ children }: { children: ReactNode }) {
  const [client] = useState(createQueryClient)
  const [styles] = useState(() => createCache({ key: 'kw', nonce: cspNonce, prepend: true }))
  return (
    <QueryClientProvider client={client}>
      <I18nextProvider i18n={texts}>
        <CacheProvider value={styles}>
          <Look>
            <NotifyProvider>{children}</NotifyProvider>
          </Look>
        </CacheProvider>
      </I18nextProvider>
    </QueryClientProvider>
  )
}

/** Light or dark, as the settings say or else as the system does. */
function Look({ children }: { children: ReactNode }) {
  useAnnouncements()
  const chosen = useAnswer('settings.get', undefined).data?.theme ?? 'system'
  const systemIsDark = useMediaQuery('(prefers-color-scheme: dark)', { noSsr: true })
  const mode = chosen === 'system' ? (systemIsDark ? 'dark' : 'light') : chosen
  const theme = useMemo(() => keywardTheme(mode), [mode])
  return (
    <ThemeProvider theme={theme}>
      <CssBaseline enableColorScheme />
      {children}
    </ThemeProvider>
  )
}
