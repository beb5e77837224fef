import AddRounded from '@mui/icons-material/AddRounded'
import CategoryOutlined from '@mui/icons-material/CategoryOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Link from '@mui/material/Link'
import type { GridColDef } from '@mui/x-data-grid'
import { useRouter } from '@tanstack/react-router'
import { useMemo, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityRow, EntitySort } from '../../../electron/contract/entity'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { NoMatch } from '../../ui/NoMatch'
import { GoLink } from '../../ui/GoLink'
import { PageHeader } from '../../ui/PageHeader'
import { SearchField } from '../../ui/SearchField'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { When } from '../../ui/When'
import { pathOfEntity } from './entity-path'
import { NewEntityDialog } from './NewEntityDialog'

export function EntitiesPage() {
  const { t } = useTranslation('entities')
  const { history } = useRouter()
  const mayCreate = useMay()('entities.create')
  const [creating, setCreating] = useState(false)
  const list = useListState<EntitySort>({ sort: 'title', direction: 'asc' })
  const { search } = list
  const entities = useAnswer('entities.list', list.asked)
  const columns = useColumns()

  const create = mayCreate && (
    <Button variant="contained" startIcon={<AddRounded />} onClick={() => setCreating(true)}>
      {t('newEntity')}
    </Button>
  )

  return (
    <>
      <PageHeader title={t('title')} subtitle={t('subtitle')} actions={create} />
      <Box sx={{ mb: 2 }}>
        <SearchField label={t('search')} value={search} onChange={list.setSearch} />
      </Box>
      <DataTable<EntityRow>
        id="entities"
        label={t('title')}
        {...tableAnswer(entities)}
        columns={columns}
        {...list.table}
        onOpenRow={(row) => history.push(pathOfEntity(row.id))}
        empty={
          search ? (
            <NoMatch
              title={t('noMatch.title')}
              text={t('noMatch.text')}
              clearLabel={t('noMatch.clear')}
              onClear={list.clear}
            />
          ) : (
            <EmptyState
              icon={<CategoryOutlined />}
              title={t('empty.title')}
              text={mayCreate ? t('empty.text') : `${t('empty.text')} ${t('emptyReadOnly')}`}
              action={create}
            />
          )
        }
      />
      {creating && <NewEntityDialog onClose={() => setCreating(false)} />}
    </>
  )
}

function useColumns() {
  const { t } = useTranslation('entities')
  return useMemo(
    (): GridColDef<EntityRow>[] => [
      {
        field: 'title',
        headerName: t('column.title'),
        flex: 2,
        minWidth: 130,
        hideable: false,
        display: 'flex',
        renderCell: ({ row }) => (
          <Link component={GoLink} to={pathOfEntity(row.id)} noWrap title={row.title}>
            {row.title}
          </Link>
        ),
      },
      {
        field: 'name',
        headerName: t('column.name'),
        flex: 2,
        minWidth: 130,
        renderCell: ({ row }) => <code title={row.name}>{row.name}</code>,
      },
      {
        field: 'fields',
        headerName: t('column.fields'),
        type: 'number',
        width: 80,
        sortable: false,
        valueGetter: (_value, row) => row.fields.length,
      },
      { field: 'records', headerName: t('column.records'), type: 'number', width: 100 },
      { field: 'tokens', headerName: t('column.tokens'), type: 'number', width: 96 },
      {
        field: 'createdAt',
        headerName: t('column.createdAt'),
        width: 136,
        renderCell: ({ row }) => <When at={row.createdAt} />,
      },
    ],
    [t],
  )
}
