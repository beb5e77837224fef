import AddRounded from '@mui/icons-material/AddRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Show } from '../../electron/contract/page'
import { SearchField } from './SearchField'

type Props = {
  show: Show
  onShow(show: Show): void
  searchLabel: string
  search: string
  onSearch(search: string): void
  /** What else can be done with the list. */
  tools?: ReactNode
  /** Null for those who may not create one. */
  create: { label: string; run(): void } | null
}

/** Over a list of what is revoked rather than deleted. */
export function ListToolbar({ show, onShow, searchLabel, search, onSearch, tools, create }: Props) {
  const { t } = useTranslation('common')
  return (
    <Stack direction="row" sx={{ gap: 2, mb: 2, alignItems: 'center' }}>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={show}
        aria-label={t('rows.show')}
        onChange={(_event, next: Show | null) => {
          if (next !== null) onShow(next)
        }}
      >
        {Show.options.map((one) => (
          <ToggleButton key={one} value={one} sx={{ px: 1.5 }}>
            {t(`rows.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <SearchField label={searchLabel} value={search} onChange={onSearch} />
      <Box sx={{ flex: 1 }} />
      {tools}
      {create && (
        <Button variant="contained" startIcon={<AddRounded />} onClick={create.run}>
          {create.label}
        </Button>
      )}
    </Stack>
  )
}
