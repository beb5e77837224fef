import { useState } from 'react'
import type { CopiedSecret } from '../../electron/contract/settings'
import { useCommand } from '../keyward'

/**
 * Main copies, so that it can clear the clipboard later; nothing of the text stays here. Only a
 * text with the secret in it counts as handed over: a sample without it saves nobody.
 */
export function useSecretCopy(secret: string) {
  const command = useCommand('clipboard.copySecret')
  const [copied, setCopied] = useState<CopiedSecret | null>(null)
  const [isHandedOver, setIsHandedOver] = useState(false)
  const copy = (text: string) =>
    command.mutate(
      { text },
      {
        onSuccess: (reply) => {
          setCopied(reply)
          setIsHandedOver((before) => before || text.includes(secret))
          command.reset()
        },
      },
    )
  return { copy, copied, isHandedOver, isCopying: command.isPending, error: command.error }
}
