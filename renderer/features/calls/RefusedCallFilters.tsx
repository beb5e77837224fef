import Chip from '@mui/material/Chip'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import { narrowWindow } from '../../ui/narrow-window'
import { MenuHeading } from '../../ui/MenuHeading'
import { SearchField } from '../../ui/SearchField'
import { refusalGroups } from './refusal-groups'
import { periods, type CallFilters } from './use-call-filters'

const any = 'any'

export function RefusedCallFilters({ list, asked }: Pick<CallFilters, 'list' | 'asked'>) {
  const { t } = useTranslation('calls')
  const { t: common } = useTranslation('common')
  const entities = useAnswer('entities.names', undefined)
  const names = (entities.data ?? []).map((one) => one.name)
  const chosen = asked.entity
  const choice = (name: string) => ({
    select: true as const,
    size: 'small' as const,
    value: list.filter(name) ?? any,
    onChange: ({ target }: { target: { value: string } }) =>
      list.setFilter(name, target.value === any ? undefined : target.value),
  })
  return (
    <Stack
      direction="row"
      useFlexGap
      sx={{ mb: 2, gap: 1.5, alignItems: 'center', flexWrap: 'wrap' }}
    >
      <SearchField label={t('search')} value={list.search} onChange={list.setSearch} />
      <TextField
        {...choice('reason')}
        value={asked.reason ?? any}
        label={t('reason')}
        sx={{ width: 220, [narrowWindow]: { width: 170 } }}
      >
        <MenuItem value={any}>{t('any')}</MenuItem>
        {refusalGroups.flatMap(({ name, reasons }) => [
          <MenuHeading key={name}>{t(`reasonGroup.${name}`)}</MenuHeading>,
          ...reasons.map((one) => (
            <MenuItem key={one} value={one}>
              {common(`refusalReason.${one}`)}
            </MenuItem>
          )),
        ])}
      </TextField>
      <TextField
        {...choice('entity')}
        label={t('entityName')}
        sx={{ width: 150, [narrowWindow]: { width: 134 } }}
      >
        <MenuItem value={any}>{t('any')}</MenuItem>
        {(chosen && !names.includes(chosen) ? [chosen, ...names] : names).map((name) => (
          <MenuItem key={name} value={name}>
            {name}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        {...choice('period')}
        label={t('period')}
        sx={{ width: 150, [narrowWindow]: { width: 134 } }}
      >
        <MenuItem value={any}>{t('periods.any')}</MenuItem>
        {periods.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`periods.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      {asked.tokenId && (
        <Chip
          label={t('onlyToken', { id: asked.tokenId })}
          onDelete={() => list.setFilter('tokenId', undefined)}
        />
      )}
    </Stack>
  )
}
