import { useRouter } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { Token } from '../../../electron/contract/token'
import { explainTokenPath } from '../../ui/explain-path'
import { useNotify } from '../../ui/notify'
import { useRotateToken } from '../../ui/rotate-token'
import { useTokenSwitch } from '../../ui/use-token-switch'
import type { OpenedDialog } from './TokenDialogs'
import type { TokenAction } from './TokenMenu'

/** What the menu of a row does, and which dialog it opened. */
export function useTokenActions() {
  const notify = useNotify()
  const { history } = useRouter()
  const { switchTo } = useTokenSwitch()
  const rotate = useRotateToken()
  const [opened, setOpened] = useState<OpenedDialog | null>(null)
  const act = useCallback(
    (action: TokenAction, token: Token) => {
      if (action === 'enable') switchTo(token, true, { onRefused: notify.failure })
      else if (action === 'explain') history.push(explainTokenPath(token.id))
      else if (action === 'rotate') rotate(token)
      else if (action === 'details') setOpened({ what: 'details', id: token.id })
      else setOpened({ what: action, token })
    },
    [switchTo, notify, history, rotate],
  )
  return { act, opened, open: setOpened, close: () => setOpened(null) }
}
