import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../keyward'
import { useNotify } from './notify'

/** Copies a text that is no secret, and says so; it stays on the clipboard. */
export function useTextCopy(): (text: string) => void {
  const { t } = useTranslation('common')
  const notify = useNotify()
  const { mutate } = useCommand('clipboard.copyText')
  return (text) =>
    mutate(
      { text },
      {
        onSuccess: () => notify.success(t('copied')),
        onError: (error) => notify.failure(failureIn(error) ?? { code: 'internal' }),
      },
    )
}
