import FilterListRounded from '@mui/icons-material/FilterListRounded'
import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import Popover from '@mui/material/Popover'
import Stack from '@mui/material/Stack'
import { useState, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { InventoryFilterFields } from './InventoryFilterFields'
import { SearchField } from './SearchField'
import { useFilterWords } from './use-filter-words'
import type { InventoryFilter } from './use-inventory-filter'

type Props = {
  inventory: Pick<InventoryFilter, 'list' | 'filter' | 'set' | 'clear' | 'isFiltered'>
  /** At the end of the row: what can be done with what is listed. */
  children?: ReactNode
}

/** Over a list of the tokens of all users: search, every filter, and what is set of them. */
export function InventoryFilters({ inventory, children }: Props) {
  const { t } = useTranslation('inventory')
  const { list, filter, set, clear, isFiltered } = inventory
  const [anchor, setAnchor] = useState<HTMLElement | null>(null)
  const chips = useFilterWords(filter)
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ mb: 2, gap: 1, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <SearchField label={t('search')} value={list.search} onChange={list.setSearch} />
      <Button
        variant="outlined"
        startIcon={<FilterListRounded />}
        aria-haspopup="dialog"
        aria-expanded={anchor !== null}
        onClick={(event) => setAnchor(event.currentTarget)}
      >
        {t('filters')}
      </Button>
      {chips.map(({ part, words }) => (
        <Chip
          key={part}
          label={words}
          title={words}
          onDelete={() => set({ [part]: undefined })}
          sx={{ maxWidth: 320 }}
        />
      ))}
      {isFiltered && (
        <Button size="small" onClick={clear}>
          {t('clear')}
        </Button>
      )}
      {children}
      <Popover
        open={anchor !== null}
        anchorEl={anchor}
        onClose={() => setAnchor(null)}
        anchorOrigin={{ vertical: 'bottom', horizontal: 'left' }}
        slotProps={{ paper: { role: 'dialog', 'aria-label': t('filters'), sx: { mt: 0.5 } } }}
      >
        <InventoryFilterFields filter={filter} set={set} />
      </Popover>
    </Stack>
  )
}
