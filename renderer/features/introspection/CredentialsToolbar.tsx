import AddRounded from '@mui/icons-material/AddRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import ToggleButton from '@mui/material/ToggleButton'
import ToggleButtonGroup from '@mui/material/ToggleButtonGroup'
import { useTranslation } from 'react-i18next'
import type { ClientsAsked } from '../../../electron/contract/client'
import { SearchField } from '../../ui/SearchField'
import { useMay } from '../../ui/useMay'

type Show = ClientsAsked['show']
const shows: readonly Show[] = ['current', 'revoked', 'all']

type Props = {
  show: Show
  onShow(show: Show): void
  search: string
  onSearch(search: string): void
  onCreate(): void
}

export function CredentialsToolbar({ show, onShow, search, onSearch, onCreate }: Props) {
  const { t } = useTranslation('introspection')
  const may = useMay()
  return (
    <Stack direction="row" sx={{ gap: 2, mb: 2, alignItems: 'center' }}>
      <ToggleButtonGroup
        size="small"
        exclusive
        value={show}
        aria-label={t('list.show')}
        onChange={(_event, next: Show | null) => {
          if (next !== null) onShow(next)
        }}
      >
        {shows.map((one) => (
          <ToggleButton key={one} value={one} sx={{ px: 1.5 }}>
            {t(`list.${one}`)}
          </ToggleButton>
        ))}
      </ToggleButtonGroup>
      <SearchField label={t('list.search')} value={search} onChange={onSearch} />
      <Box sx={{ flex: 1 }} />
      {may('clients.create') && (
        <Button variant="contained" startIcon={<AddRounded />} onClick={onCreate}>
          {t('create.open')}
        </Button>
      )}
    </Stack>
  )
}
