import { useEffect, useRef, useState, type ComponentType } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Asked } from '../../../electron/contract/index'
import type { StoredRecord } from '../../../electron/contract/record'
import { DataTable } from '../../ui/DataTable'
import { tableAnswer } from '../../ui/table-answer'
import { useMay } from '../../ui/useMay'
import { DeleteRecordsDialog } from './DeleteRecordsDialog'
import { LinkedRecord } from './LinkedRecord'
import { NoRecords } from './NoRecords'
import { RecordDialog } from './RecordDialog'
import { RecordFilters } from './RecordFilters'
import { RecordsToolbar } from './RecordsToolbar'
import { useRecordColumns } from './use-record-columns'
import { useRecordList } from './use-record-list'
import { useTicked } from './use-ticked'

type Opened = { what: 'record'; record: StoredRecord | null } | { what: 'delete' }

/** What is listed now, for whoever does something with all of it. */
export type RecordTools = ComponentType<{
  entity: Entity
  asked: Omit<Asked<'records.list'>, 'page' | 'pageSize'>
  total: number | undefined
}>

export function RecordsOf({ entity, Tools }: { entity: Entity; Tools: RecordTools }) {
  const { t } = useTranslation('entities')
  const may = useMay()
  const list = useRecordList(entity)
  const columns = useRecordColumns(entity.fields)
  const [opened, setOpened] = useState<Opened | null>(null)
  const { ticked, selection, untick } = useTicked(list.records.data?.rows)
  const [deletions, setDeletions] = useState(0)
  const toolbar = useRef<HTMLDivElement>(null)
  const close = () => setOpened(null)
  const focusToolbar = () => toolbar.current?.focus()
  const clear = () => {
    list.clear()
    focusToolbar()
  }
  // The button that opened the question is gone with what was ticked, and the focus with it.
  useEffect(() => {
    if (deletions > 0) toolbar.current?.focus()
  }, [deletions])
  return (
    <>
      <RecordsToolbar
        ref={toolbar}
        entity={entity}
        list={list}
        ticked={ticked.length}
        tools={<Tools entity={entity} asked={list.asked} total={list.records.data?.total} />}
        onNew={() => setOpened({ what: 'record', record: null })}
        onDelete={() => setOpened({ what: 'delete' })}
      />
      <RecordFilters list={list} fields={entity.fields} onWidened={focusToolbar} />
      {list.linked !== undefined && (
        <LinkedRecord entity={entity} id={list.linked} onClose={list.closeLinked} />
      )}
      <DataTable<StoredRecord>
        id={`records-${entity.id}`}
        label={t('records.label', { title: entity.title })}
        {...tableAnswer(list.records)}
        columns={columns}
        hideAtFirst={['id', 'version']}
        hideWhenNarrow={['updatedAt']}
        page={{ page: list.page, pageSize: list.pageSize }}
        onPage={list.setPage}
        sort={{ sort: list.sort, direction: list.direction }}
        onSort={list.setSort}
        onOpenRow={(record) => setOpened({ what: 'record', record })}
        {...(may('records.delete') && { selection })}
        empty={<NoRecords entity={entity} isFiltered={list.isFiltered} onClear={clear} />}
      />
      {opened?.what === 'record' && (
        <RecordDialog entity={entity} record={opened.record} onClose={close} />
      )}
      {opened?.what === 'delete' && (
        <DeleteRecordsDialog
          entity={entity}
          records={ticked}
          onClose={close}
          onDeleted={() => {
            untick()
            close()
            setDeletions(deletions + 1)
          }}
        />
      )}
    </>
  )
}
