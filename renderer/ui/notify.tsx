import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import Snackbar from '@mui/material/Snackbar'
import { createContext, useCallback, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Failure } from '../../electron/contract/failure'
import { useFailureText } from './failure-text'

type Note = {
  key: number
  severity: 'success' | 'info' | 'error'
  text: string
  action?: NoteAction | undefined
}

/** The one next step that a note offers. */
type NoteAction = { label: string; run: () => void }

type Notify = {
  success(text: string, action?: NoteAction): void
  info(text: string): void
  failure(failure: Failure): void
  /** Takes away what would have gone by itself. */
  forget(): void
}

const staysUntilClosed = (note: Note) => note.severity === 'error'

const unheard: Notify = { success: () => {}, info: () => {}, failure: () => {}, forget: () => {} }
const NotifyContext = createContext<Notify>(unheard)

export const useNotify = (): Notify => useContext(NotifyContext)

/**
 * Shows one note at a time. A new one, a click elsewhere and another page take away one that would
 * have gone by itself; a failure stays until it is closed.
 */
export function NotifyProvider({ children }: { children: ReactNode }) {
  const [queue, setQueue] = useState<Note[]>([])
  const failureText = useFailureText()

  const add = useCallback((severity: Note['severity'], text: string, action?: NoteAction) => {
    setQueue((before) => [
      ...before.filter(staysUntilClosed),
      { key: (before.at(-1)?.key ?? 0) + 1, severity, text, action },
    ])
  }, [])
  const notify = useMemo<Notify>(
    () => ({
      success: (text, action) => add('success', text, action),
      info: (text) => add('info', text),
      failure: (failure) => add('error', failureText(failure)),
      forget: () => setQueue((before) => before.filter(staysUntilClosed)),
    }),
    [add, failureText],
  )

  const shown = queue[0]
  const next = () => setQueue((before) => before.slice(1))
  return (
    <NotifyContext value={notify}>
      {children}
      {shown && (
        <Snackbar
          key={shown.key}
          open
          anchorOrigin={{ vertical: 'bottom', horizontal: 'center' }}
          autoHideDuration={staysUntilClosed(shown) ? null : shown.action ? 12_000 : 5_000}
          onClose={(_event, reason) => {
            if (reason !== 'clickaway' || !staysUntilClosed(shown)) next()
          }}
        >
          <Alert
            severity={shown.severity}
            variant="filled"
            onClose={next}
            sx={{ maxWidth: 560, overflowWrap: 'anywhere' }}
          >
            {shown.text}
            {shown.action && (
              <Button
                color="inherit"
                size="small"
                sx={{ ml: 1.5, my: -0.5, textDecoration: 'underline' }}
                onClick={() => {
                  shown.action?.run()
                  next()
                }}
              >
                {shown.action.label}
              </Button>
            )}
          </Alert>
        </Snackbar>
      )}
    </NotifyContext>
  )
}
