import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { NamedGrant, Token } from '../../../electron/contract/token'
import { failureIn, useCommand } from '../../keyward'

type Done = { words: string; undoVersion: number | null }

/** Narrows a token's grants, and offers to give back what it had. */
export function useNarrow({ id, name }: Token) {
  const { t } = useTranslation('usage')
  const narrowing = useCommand('tokens.narrow')
  const undoing = useCommand('tokens.undoNarrow')
  const [done, setDone] = useState<Done | null>(null)

  const narrow = (version: number, proposed: NamedGrant[]) => {
    setDone(null)
    const grants = proposed.map(({ entityId, permissions }) => ({ entityId, permissions }))
    narrowing.mutate(
      { id, version, grants },
      {
        onSuccess: ({ value, enforced }) =>
          setDone({
            words: t(`unused.narrowed.${enforced}`, { name }),
            undoVersion: value.version,
          }),
      },
    )
  }

  const undo = (version: number) =>
    undoing.mutate(
      { id, version },
      { onSuccess: () => setDone({ words: t('unused.undone', { name }), undoVersion: null }) },
    )

  return {
    narrow,
    isNarrowing: narrowing.isPending,
    undo,
    isUndoing: undoing.isPending,
    done,
    failure: failureIn(narrowing.error) ?? failureIn(undoing.error),
  }
}

export type Narrow = ReturnType<typeof useNarrow>
