import AddRounded from '@mui/icons-material/AddRounded'
import Inventory2Outlined from '@mui/icons-material/Inventory2Outlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import type { GridColDef } from '@mui/x-data-grid'
import { useMemo, useState, type ComponentType, type ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Field } from '../../../electron/contract/field'
import type { StoredRecord } from '../../../electron/contract/record'
import type { EntityId } from '../../../electron/contract/id'
import type { Asked } from '../../../electron/contract/index'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { SearchField } from '../../ui/SearchField'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { When } from '../../ui/When'
import { fieldWords } from './field-words'
import { RecordDialog } from './RecordDialog'
import { RecordSample } from './RecordSample'

/** What is listed now, for whoever does something with all of it. */
export type ShownRecords = {
  entity: Entity
  asked: Pick<Asked<'records.list'>, 'entityId' | 'sort' | 'direction' | 'search'>
  total: number | undefined
}

type Props = {
  entityId: EntityId
  notices: ReactNode
  /** Beside the search field. */
  Tools: ComponentType<ShownRecords>
}

/** What systems wrote through the gateway, and what people write here. */
export function RecordsTab({ entityId, notices, Tools }: Props) {
  const { t } = useTranslation('entities')
  const may = useMay()
  // A failure of this one is shown by the page around, which asks the same.
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  const list = useListState({ sort: 'id', direction: 'asc' })
  const { page, pageSize, sort, direction, search } = list
  const [opened, setOpened] = useState<{ record: StoredRecord | null } | null>(null)
  const asked = { entityId, sort, direction, ...(search !== '' && { search }) }
  const records = useAnswer('records.list', { ...asked, page, pageSize })
  const columns = useColumns(entity?.fields)
  if (!entity) return null
  return (
    <>
      {notices}
      <Stack direction="row" sx={{ mb: 2, gap: 1, alignItems: 'center' }}>
        <SearchField label={t('records.search')} value={search} onChange={list.setSearch} />
        <Stack direction="row" sx={{ ml: 'auto', gap: 1, alignItems: 'center' }}>
          <Tools entity={entity} asked={asked} total={records.data?.total} />
          {may('records.create') && (
            <Button
              variant="contained"
              startIcon={<AddRounded />}
              onClick={() => setOpened({ record: null })}
            >
              {t('record.new')}
            </Button>
          )}
        </Stack>
      </Stack>
      <DataTable<StoredRecord>
        id={`records-${entityId}`}
        label={t('records.label', { title: entity.title })}
        {...tableAnswer(records)}
        columns={columns}
        page={{ page, pageSize }}
        onPage={list.setPage}
        sort={{ sort, direction }}
        onSort={list.setSort}
        onOpenRow={(record) => setOpened({ record })}
        empty={
          search === '' ? (
            <NoRecords entity={entity} />
          ) : (
            <EmptyState
              icon={<Inventory2Outlined />}
              title={t('records.noMatch.title')}
              text={t('records.noMatch.text')}
              action={<Button onClick={list.clear}>{t('noMatch.clear')}</Button>}
            />
          )
        }
      />
      {opened && (
        <RecordDialog entity={entity} record={opened.record} onClose={() => setOpened(null)} />
      )}
    </>
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
        field: field.name,
        headerName: field.title,
        minWidth: 120,
        flex: 1,
        sortable: field.indexed === true,
        ...(isNumber(field) && { align: 'right', headerAlign: 'right' }),
        valueGetter: (_value, row) =>
          field.sensitive && row.data[field.name] !== undefined
            ? t('records.masked')
            : fieldWords(row.data[field.name] ?? null, field.type, words),
      })),
      { field: 'id', headerName: t('records.id'), width: 150 },
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
        renderCell: ({ row }) => <When at={row.updatedAt} />,
      },
    ]
  }, [fields, t])
}
