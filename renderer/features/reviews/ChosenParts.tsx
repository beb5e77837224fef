import Chip from '@mui/material/Chip'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { AskedFilter } from '../../ui/inventory-filter'
import { SearchField } from '../../ui/SearchField'
import { useFilterWords } from '../../ui/use-filter-words'

type Props = { filter: AskedFilter; onChange(filter: AskedFilter): void }

/** The search, and every part of the choice in words: also those that no field below shows. */
export function ChosenParts({ filter, onChange }: Props) {
  const { t } = useTranslation('inventory')
  const chips = useFilterWords(filter)
  const without = (part: keyof AskedFilter) => {
    const { [part]: _gone, ...rest } = filter
    return rest
  }
  return (
    <Stack direction="row" useFlexGap sx={{ mt: 1.5, gap: 1, flexWrap: 'wrap' }}>
      <SearchField
        label={t('search')}
        value={filter.search ?? ''}
        onChange={(search) => onChange(search === '' ? without('search') : { ...filter, search })}
      />
      {chips.map(({ part, words }) => (
        <Chip key={part} label={words} title={words} onDelete={() => onChange(without(part))} />
      ))}
    </Stack>
  )
}
