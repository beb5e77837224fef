import AddRounded from '@mui/icons-material/AddRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { ReactNode, Ref } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { narrowWindow } from '../../ui/narrow-window'
import { SearchField } from '../../ui/SearchField'
import { useMay } from '../../ui/useMay'
import { AddCondition } from './AddCondition'
import { withCondition } from './record-conditions'
import type { RecordList } from './use-record-list'

type Props = {
  ref: Ref<HTMLDivElement>
  entity: Entity
  list: RecordList
  /** How many records are ticked. */
  ticked: number
  tools: ReactNode
  onNew: () => void
  onDelete: () => void
}

/** In a narrow window the search gives way: a second row would cost a record. */
const oneRow = { flexWrap: 'wrap', [narrowWindow]: { flexWrap: 'nowrap' } } as const

/** Finding records on the left, what can be done with them on the right. */
export function RecordsToolbar(props: Props) {
  const { ref, entity, list, ticked, tools, onNew, onDelete } = props
  const { t } = useTranslation('entities')
  const may = useMay()
  return (
    <Stack
      ref={ref}
      tabIndex={-1}
      direction="row"
      useFlexGap
      sx={{ mb: 2, gap: 1.5, alignItems: 'center', outline: 'none', ...oneRow }}
    >
      <SearchField label={t('records.search')} value={list.search} onChange={list.setSearch} />
      <AddCondition
        entity={entity}
        onAdd={(condition) => list.setWhere(withCondition(list.where, condition))}
      />
      <Stack direction="row" useFlexGap sx={{ gap: 1, ml: 'auto', ...oneRow }}>
        {ticked > 0 && (
          <Button
            variant="outlined"
            color="error"
            startIcon={<DeleteOutlineRounded />}
            onClick={onDelete}
          >
            {t('record.deleteSeveral', { count: ticked })}
          </Button>
        )}
        {tools}
        {may('records.create') && (
          <Button variant="contained" startIcon={<AddRounded />} onClick={onNew}>
            {t('record.new')}
          </Button>
        )}
      </Stack>
    </Stack>
  )
}
