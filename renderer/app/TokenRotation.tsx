import { lazy, Suspense, useCallback, useState, type ReactNode } from 'react'
import type { Token } from '../../electron/contract/token'
import { RotateTokenContext, type RotateToken } from '../ui/rotate-token'

const RotationDialogs = lazy(() =>
  import('../features/tokens/RotationDialogs').then((loaded) => ({
    default: loaded.RotationDialogs,
  })),
)

type Opened = { token: Token; onDone: (() => void) | undefined }

/** The one door to a rotation, for every list in which a token is met. */
export function TokenRotation({ children }: { children: ReactNode }) {
  const [opened, setOpened] = useState<Opened | null>(null)
  const rotate = useCallback<RotateToken>((token, onDone) => setOpened({ token, onDone }), [])
  return (
    <RotateTokenContext value={rotate}>
      {children}
      {opened && (
        <Suspense fallback={null}>
          <RotationDialogs
            token={opened.token}
            onClose={() => {
              setOpened(null)
              opened.onDone?.()
            }}
          />
        </Suspense>
      )}
    </RotateTokenContext>
  )
}
