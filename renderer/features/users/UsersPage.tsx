import AddRounded from '@mui/icons-material/AddRounded'
import Button from '@mui/material/Button'
import { useRouter } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { UserKind, UserSort, UserStatus } from '../../../electron/contract/user'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { PageHeader } from '../../ui/PageHeader'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { NewUserDialog } from './NewUserDialog'
import { NoUsers } from './NoUsers'
import { useUserColumns } from './user-columns'
import { pathOfUser } from './user-path'
import { UserTools } from './UserTools'
import { UserFilters } from './UserFilters'

/** People and service accounts; each is a door to its tokens. */
export function UsersPage() {
  const { t } = useTranslation('users')
  const may = useMay()
  const router = useRouter()
  const columns = useUserColumns()
  const [isCreating, setIsCreating] = useState(false)

  const list = useListState<UserSort>({ sort: 'displayName', direction: 'asc' })
  const { search } = list
  const kind = list.filter<UserKind>('kind')
  const status = list.filter<UserStatus>('status')
  const filters = { ...(kind && { kind }), ...(status && { status }) }
  const users = useAnswer('users.list', { ...list.asked, ...filters })
  const { page: _page, pageSize: _pageSize, ...sought } = list.asked
  const isNarrowed = search !== '' || kind !== undefined || status !== undefined

  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <>
            <UserTools asked={{ ...sought, ...filters }} total={users.data?.total} />
            {may('users.create') && (
              <Button
                variant="contained"
                startIcon={<AddRounded />}
                onClick={() => setIsCreating(true)}
              >
                {t('newUser')}
              </Button>
            )}
          </>
        }
      />
      <UserFilters
        search={search}
        onSearch={list.setSearch}
        kind={kind}
        onKind={(next) => list.setFilter('kind', next)}
        status={status}
        onStatus={(next) => list.setFilter('status', next)}
      />
      <DataTable
        id="users"
        label={t('title')}
        {...tableAnswer(users)}
        columns={columns}
        {...list.table}
        onOpenRow={({ id }) => router.history.push(pathOfUser(id))}
        empty={<NoUsers isNarrowed={isNarrowed} onClear={list.clear} />}
      />
      {isCreating && <NewUserDialog onClose={() => setIsCreating(false)} />}
    </>
  )
}
