import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { activityActions, type ActivityAction } from '../../../electron/contract/activity'
import { SearchField } from '../../ui/SearchField'

type Props = {
  search: string
  onSearch: (search: string) => void
  action: ActivityAction | undefined
  onAction: (action: string | undefined) => void
}

export function ActivityFilters({ search, onSearch, action, onAction }: Props) {
  const { t } = useTranslation('activity')
  return (
    <Stack direction="row" spacing={1.5} sx={{ mb: 2 }}>
      <SearchField label={t('search')} value={search} onChange={onSearch} />
      <TextField
        select
        size="small"
        label={t('action')}
        value={action ?? 'any'}
        onChange={({ target }) => onAction(target.value === 'any' ? undefined : target.value)}
        sx={{ minWidth: 240 }}
      >
        <MenuItem value="any">{t('any')}</MenuItem>
        {activityActions.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`did.${one}`)}
          </MenuItem>
        ))}
      </TextField>
    </Stack>
  )
}
