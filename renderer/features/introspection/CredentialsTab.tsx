import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Client, ClientSort, IssuedClient } from '../../../electron/contract/client'
import type { Show } from '../../../electron/contract/page'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { ListToolbar } from '../../ui/ListToolbar'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { useClientColumns } from './client-columns'
import { ClientCreatedDialog } from './ClientCreatedDialog'
import { DeleteClientDialog } from './DeleteClientDialog'
import { NewClientDialog } from './NewClientDialog'
import { NoCredentials } from './NoCredentials'

/** What lies over the list. The secret lives in `created` alone, and goes with it. */
type Opened =
  | { what: 'create' }
  | { what: 'created'; issued: IssuedClient }
  | { what: 'delete'; client: Client }

/** Who may ask, how often each did, and when last. */
export function CredentialsTab() {
  const { t } = useTranslation('introspection')
  const may = useMay()
  const [opened, setOpened] = useState<Opened | null>(null)
  const list = useListState<ClientSort>({ sort: 'createdAt', direction: 'desc' })
  const show = list.filter<Show>('show') ?? 'current'
  const { search } = list
  const clients = useAnswer('clients.list', {
    show,
    ...list.asked,
  })
  const askToDelete = useCallback((client: Client) => setOpened({ what: 'delete', client }), [])
  const columns = useClientColumns(askToDelete)
  const close = () => setOpened(null)
  const create = () => setOpened({ what: 'create' })

  return (
    <>
      <ListToolbar
        show={show}
        onShow={(next) => list.setFilter('show', next === 'current' ? undefined : next)}
        searchLabel={t('list.search')}
        search={search}
        onSearch={list.setSearch}
        create={may('clients.create') ? { label: t('create.open'), run: create } : null}
      />
      <DataTable<Client>
        id="clients"
        label={t('list.label')}
        {...tableAnswer(clients)}
        columns={columns}
        {...list.table}
        empty={
          <NoCredentials
            show={show}
            isSearching={search !== ''}
            onClearSearch={() => list.setSearch('')}
          />
        }
      />
      {opened?.what === 'create' && (
        <NewClientDialog
          onClose={close}
          onIssued={(issued) => setOpened({ what: 'created', issued })}
        />
      )}
      {opened?.what === 'created' && <ClientCreatedDialog issued={opened.issued} onDone={close} />}
      {opened?.what === 'delete' && <DeleteClientDialog client={opened.client} onClose={close} />}
    </>
  )
}
