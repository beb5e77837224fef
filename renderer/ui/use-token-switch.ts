import { useCallback } from 'react'
import { useTranslation } from 'react-i18next'
import type { Failure } from '../../electron/contract/failure'
import type { Token } from '../../electron/contract/token'
import { failureIn, useCommand } from '../keyward'
import { useNotify } from './notify'

type Heard = { onDone?(): void; onRefused?(failure: Failure): void }

/** Switches a token on or off, and says since when calls are judged by it. */
export function useTokenSwitch() {
  const { t } = useTranslation('tokens')
  const notify = useNotify()
  const { mutate, isPending, error } = useCommand('tokens.setEnabled')
  const switchTo = useCallback(
    (token: Token, enabled: boolean, heard: Heard) =>
      mutate(
        { id: token.id, version: token.version, enabled },
        {
          onSuccess: ({ enforced }) => {
            const done = enabled ? 'enable.done' : 'disable.done'
            notify.success(t(`${done}.${enforced}`, { name: token.name }))
            heard.onDone?.()
          },
          onError: (refused) => {
            const failure = failureIn(refused)
            if (failure) heard.onRefused?.(failure)
          },
        },
      ),
    [mutate, notify, t],
  )
  return { switchTo, isSwitching: isPending, failure: failureIn(error) }
}
