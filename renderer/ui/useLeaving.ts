import { useState } from 'react'

type Given = {
  /** Something was typed that closing would lose. */
  hasTyped: boolean
  /** What was typed is on its way to main: the answer has to be waited for. */
  isBusy: boolean
  onClose: () => void
}

/** Closing a dialog with a form: at once, not now, or after the question of `DiscardDialog`. */
export function useLeaving({ hasTyped, isBusy, onClose }: Given) {
  const [isAsking, setIsAsking] = useState(false)
  return {
    leave() {
      if (isBusy) return
      if (hasTyped) setIsAsking(true)
      else onClose()
    },
    question: { open: isAsking, onStay: () => setIsAsking(false), onLeave: onClose },
  }
}
