import { useState } from 'react'
import type { IssuedToken, Token } from '../../../electron/contract/token'
import { RotateTokenDialog } from './RotateTokenDialog'
import { TokenCreatedDialog } from './TokenCreatedDialog'

type Props = { token: Token; onClose(): void }

/** First how, then the new secret; it lives here alone, and goes with this. */
export function RotationDialogs({ token, onClose }: Props) {
  const [issued, setIssued] = useState<IssuedToken | null>(null)
  return issued ? (
    <TokenCreatedDialog kind="rotated" issued={issued} onDone={onClose} />
  ) : (
    <RotateTokenDialog token={token} onRotated={setIssued} onClose={onClose} />
  )
}
