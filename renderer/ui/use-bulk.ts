import { useTranslation } from 'react-i18next'
import type { BulkAction, TokenAtVersion } from '../../electron/contract/bulk'
import { failureIn, useCommand } from '../keyward'
import { useNotify } from './notify'

type Heard = { onDone(): void; confirmedCount?: number }

/** Does something to many tokens, says since when it holds, and offers to undo what can be undone. */
export function useBulk() {
  const { t } = useTranslation('bulk')
  const notify = useNotify()
  const { mutate, isPending, error, reset } = useCommand('tokens.bulk')
  const undone = useCommand('tokens.bulk')

  // The dialog is gone by then, and with it what React Query would call back.
  async function undo(tokens: TokenAtVersion[]) {
    try {
      const { value } = await undone.mutateAsync({ action: { kind: 'enable' }, tokens })
      notify.success(t('undone', { count: value.tokens.length }))
    } catch (refused) {
      notify.failure(failureIn(refused) ?? { code: 'internal' })
    }
  }

  const run = (action: BulkAction, tokens: TokenAtVersion[], heard: Heard) =>
    mutate(
      {
        action,
        tokens,
        ...(heard.confirmedCount !== undefined && { confirmedCount: heard.confirmedCount }),
      },
      {
        onSuccess: ({ value, enforced }) => {
          const words = [
            t(`done.${action.kind}`, { count: value.tokens.length }),
            ...(enforced === 'at_once' ? [] : [t(`enforced.${enforced}`)]),
          ].join(' ')
          notify.success(
            words,
            action.kind === 'disable'
              ? { label: t('undo'), run: () => void undo(value.tokens) }
              : undefined,
          )
          heard.onDone()
        },
      },
    )

  return { run, isRunning: isPending, failure: failureIn(error), reset }
}
