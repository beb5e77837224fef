import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity, Field, StoredRecord } from '../../../electron/contract/entity'
import type { EntityId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { When } from '../../ui/When'
import { fieldWords } from './field-words'
import { RecordSample } from './RecordSample'

/** What systems wrote through the gateway; records are not edited here. */
export function RecordsTab({ entityId }: { entityId: EntityId }) {
  const { t } = useTranslation('entities')
  // A failure of this one is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  const { page, pageSize, setPage } = useListState({ sort: 'id', direction: 'asc' })
  const records = useAnswer('entities.records', { entityId, page, pageSize })
  const columns = useColumns(entity?.fields)
  if (!entity) return null
  return (
    <DataTable<StoredRecord>
      id={`records-${entityId}`}
      label={t('records.label', { title: entity.title })}
      {...tableAnswer(records)}
      columns={columns}
      page={{ page, pageSize }}
      onPage={setPage}
      empty={<NoRecords entity={entity} />}
    />
  )
}

function NoRecords({ entity }: { entity: Entity }) {
  const { t } = useTranslation('entities')
  return (
    <EmptyState
      icon={<Inventory2Outlined />}
      title={t('records.empty.title')}
      text={t('records.empty.text')}
      action={<RecordSample entity={entity} />}
    />
  )
}

function useColumns(fields: Field[] | undefined) {
  const { t } = useTranslation('entities')
  return useMemo((): GridColDef<StoredRecord>[] => {
    const words = { yes: t('yes'), no: t('no'), notSet: t('records.notSet') }
    const isNumber = (field: Field) => field.type === 'decimal' || field.type === 'integer'
    return [
      ...(fields ?? []).map((field): GridColDef<StoredRecord> => ({
        // A field may be called like a column of ours.
        field: `data.${field.name}`,
        headerName: field.title,
        minWidth: 120,
        flex: 1,
        sortable: false,
        ...(isNumber(field) && { align: 'right', headerAlign: 'right' }),
        valueGetter: (_value, row) => fieldWords(row.data[field.name] ?? null, field.type, words),
      })),
      { field: 'id', headerName: t('records.id'), width: 150, sortable: false },
      {
        field: 'version',
        headerName: t('records.version'),
        width: 90,
        align: 'right',
        headerAlign: 'right',
        sortable: false,
      },
      {
        field: 'updatedAt',
        headerName: t('records.updatedAt'),
        width: 150,
        sortable: false,
        renderCell: ({ row }) => <When at={row.updatedAt} />,
      },
    ]
  }, [fields, t])
}
