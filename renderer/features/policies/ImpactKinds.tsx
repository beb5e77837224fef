import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import {
  impactKinds,
  type ImpactKind,
  type PolicyImpact,
} from '../../../electron/contract/policy-impact'

type Props = {
  impact: PolicyImpact
  chosen: ImpactKind | null
  onChoose(kind: ImpactKind | null): void
}

/** How many of each kind; the list shows those of the one that is pressed. */
export function ImpactKinds({ impact, chosen, onChoose }: Props) {
  const { t } = useTranslation('policies')
  const choices = [
    { kind: null, words: t('impact.all'), count: impact.tokens },
    ...impactKinds.map((kind) => ({
      kind,
      words: t(`impact.kind.${kind}`),
      count: impact.counts[kind],
    })),
  ].filter(({ count }) => count > 0)
  return (
    <Stack direction="row" sx={{ flexWrap: 'wrap', gap: 1 }}>
      {choices.map(({ kind, words, count }) => (
        <Chip
          key={words}
          label={t('impact.counted', { words, count })}
          size="small"
          color={kind === chosen ? 'primary' : 'default'}
          variant={kind === chosen ? 'filled' : 'outlined'}
          onClick={() => onChoose(kind)}
          aria-pressed={kind === chosen}
        />
      ))}
    </Stack>
  )
}
