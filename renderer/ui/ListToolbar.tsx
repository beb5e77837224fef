import AddRounded from '@mui/icons-material/AddRounded'
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
  /** More to narrow it by, beside the search. */
  children?: ReactNode
  /** What else can be done with the list. */
  tools?: ReactNode
  /** Null for those who may not create one. */
  create: { label: string; run(): void } | null
}

/** Over a list of what is revoked rather than deleted. */
export function ListToolbar(props: Props) {
  const { show, onShow, searchLabel, search, onSearch, children, tools, create } = props
  const { t } = useTranslation('common')
  return (
    <Stack direction="row" sx={{ gap: 2, mb: 2, alignItems: 'center', flexWrap: 'wrap' }}>
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
      {children}
      {/* In a small window these are a row of their own. */}
      <Stack direction="row" sx={{ gap: 2, ml: 'auto', '& > *': { flexShrink: 0 } }}>
        {tools}
        {create && (
          <Button variant="contained" startIcon={<AddRounded />} onClick={create.run}>
            {create.label}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
