import { useState } from 'react'
import type { CopiedSecret } from '../../electron/contract/settings'
import { useCommand } from '../keyward'

/** Main copies, so that it can clear the clipboard later; nothing of the text stays here. */
export function useSecretCopy() {
  const command = useCommand('clipboard.copySecret')
  const [copied, setCopied] = useState<CopiedSecret | null>(null)
  const copy = (text: string) =>
    command.mutate(
      { text },
      {
        onSuccess: (reply) => {
          setCopied(reply)
          command.reset()
        },
      },
    )
  return { copy, copied, isCopying: command.isPending, error: command.error }
}
