import type { UserId } from '../../../electron/contract/id'
import type { Show } from '../../../electron/contract/page'
import type { TokenSort } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { ExportButton } from '../../ui/ExportButton'
import { ListToolbar } from '../../ui/ListToolbar'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { useTranslation } from 'react-i18next'
import { NoTokens } from './NoTokens'
import { useTokenColumns } from './token-columns'
import { TokenDialogs } from './TokenDialogs'
import { useTokenActions } from './use-token-actions'

/** The tokens of one user: the list, and what can be done to each. */
export function TokensTab({ userId }: { userId: UserId }) {
  const { t } = useTranslation('tokens')
  const may = useMay()
  const { act, opened, open, close } = useTokenActions()

  const list = useListState<TokenSort>({ sort: 'createdAt', direction: 'desc' })
  const show = list.filter<Show>('show') ?? 'current'
  const { search } = list
  const tokens = useAnswer('tokens.list', { userId, show, ...list.asked })
  const { page: _page, pageSize: _pageSize, ...sought } = list.asked

  const columns = useTokenColumns(act)
  const create = () => open({ what: 'create', userId })

  return (
    <>
      <ListToolbar
        show={show}
        onShow={(next) => list.setFilter('show', next === 'current' ? undefined : next)}
        searchLabel={t('list.search')}
        search={search}
        onSearch={list.setSearch}
        tools={
          <ExportButton
            call="tokens.export"
            asked={{ userId, show, ...sought }}
            disabled={!tokens.data?.total}
          />
        }
        create={may('tokens.create') ? { label: t('create.open'), run: create } : null}
      />
      <DataTable
        id="tokens"
        label={t('list.label')}
        {...tableAnswer(tokens)}
        columns={columns}
        {...list.table}
        onOpenRow={(token) => open({ what: 'details', id: token.id })}
        empty={
          <NoTokens
            show={show}
            isSearching={search !== ''}
            onClearSearch={() => list.setSearch('')}
          />
        }
      />
      {opened && (
        <TokenDialogs
          opened={opened}
          onIssued={(issued) => open({ what: 'created', issued })}
          onClose={close}
        />
      )}
    </>
  )
}
