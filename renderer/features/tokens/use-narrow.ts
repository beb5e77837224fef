import { useTranslation } from 'react-i18next'
import type { NamedGrant, Token } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'
import { useNotify } from '../../ui/notify'

/** Narrows a token's grants, and offers to give back what it had. */
export function useNarrow({ id, name }: Token) {
  const { t } = useTranslation('usage')
  const notify = useNotify()
  const { mutate, isPending } = useCommand('tokens.narrow')
  const undone = useCommand('tokens.undoNarrow')
  const refused = (error: Error) => {
    const failure = failureIn(error)
    if (failure) notify.failure(failure)
  }

  const undo = (version: number) =>
    undone.mutate(
      { id, version },
      { onSuccess: () => notify.success(t('unused.undone', { name })), onError: refused },
    )

  const narrow = (version: number, proposed: NamedGrant[]) =>
    mutate(
      {
        id,
        version,
        grants: proposed.map(({ entityId, permissions }) => ({ entityId, permissions })),
      },
      {
        onSuccess: ({ value, enforced }) =>
          notify.success(t(`unused.narrowed.${enforced}`, { name }), {
            label: t('unused.undo'),
            run: () => undo(value.version),
          }),
        onError: refused,
      },
    )

  return { narrow, isNarrowing: isPending }
}
