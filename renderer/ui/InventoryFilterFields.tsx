import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import Switch from '@mui/material/Switch'
import { useTranslation } from 'react-i18next'
import { EntityId } from '../../electron/contract/id'
import { Permission } from '../../electron/contract/permission'
import { tokenStatuses } from '../../electron/contract/token'
import { useAnswer } from '../keyward'
import { FilterChoice, FilterChoices } from './FilterChoice'
import { chosenOf, expiryChoices, lastUseChoices, noExpiry, noLastUse } from './inventory-choices'
import type { AskedFilter } from './inventory-filter'
import { UserPicker } from './UserPicker'

type Props = { filter: AskedFilter; set(parts: AskedFilter): void }

export function InventoryFilterFields({ filter, set }: Props) {
  const { t } = useTranslation('inventory')
  const { t: common } = useTranslation('common')
  const entities = useAnswer('entities.names', undefined)
  const { userId } = filter
  const user = useAnswer('users.get', { id: userId! }, { enabled: userId !== undefined })
  return (
    <Box sx={{ p: 2, width: 480, display: 'grid', gridTemplateColumns: '1fr 1fr', gap: 2 }}>
      <FilterChoices
        label={t('field.statuses')}
        any={t('anyCurrent')}
        values={filter.statuses ?? []}
        choices={tokenStatuses.map((one) => [one, common(`tokenStatus.${one}`)])}
        onChange={(statuses) =>
          set({ statuses: statuses.length === 0 ? undefined : statuses, show: undefined })
        }
      />
      <FilterChoice
        label={t('field.lastUse')}
        value={chosenOf(lastUseChoices, filter)?.name}
        choices={lastUseChoices.map(({ name }) => [name, t(`lastUse.${name}`)])}
        onChange={(name) =>
          set({ ...noLastUse, ...lastUseChoices.find((one) => one.name === name)?.filter })
        }
      />
      <FilterChoice
        label={t('field.expiry')}
        value={chosenOf(expiryChoices, filter)?.name}
        choices={expiryChoices.map(({ name }) => [name, t(`expiry.${name}`)])}
        onChange={(name) =>
          set({ ...noExpiry, ...expiryChoices.find((one) => one.name === name)?.filter })
        }
      />
      <FilterChoice
        label={t('field.permission')}
        value={filter.permission}
        choices={Permission.options.map((one) => [one, common(`permission.${one}`)])}
        onChange={(permission) => set({ permission })}
      />
      <FilterChoice
        label={t('field.entity')}
        value={filter.entityId === undefined ? undefined : String(filter.entityId)}
        choices={(entities.data ?? []).map(({ id, title }) => [String(id), title])}
        onChange={(id) =>
          set({ entityId: id === undefined ? undefined : EntityId.parse(Number(id)) })
        }
      />
      <UserPicker
        label={t('field.user')}
        value={userId !== undefined && user.data?.id === userId ? user.data : null}
        onChange={(chosen) => set({ userId: chosen?.id })}
        hint={null}
        isPlain
      />
      <FormControlLabel
        sx={{ gridColumn: '1 / -1', ml: 0 }}
        control={
          <Switch
            checked={filter.withoutContact === true}
            onChange={(_event, isOn) => set({ withoutContact: isOn ? true : undefined })}
          />
        }
        label={t('field.withoutContact')}
      />
    </Box>
  )
}
