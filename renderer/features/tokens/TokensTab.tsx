import type { UserId } from '../../../electron/contract/id'
import type { Show } from '../../../electron/contract/page'
import { tokenStatuses, type TokenSort, type TokenStatus } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { DailyCalls } from '../../ui/DailyCalls'
import { DataTable } from '../../ui/DataTable'
import { ExportButton } from '../../ui/ExportButton'
import { ListToolbar } from '../../ui/ListToolbar'
import { currentStatuses, StatusFilter } from '../../ui/StatusFilter'
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
  const status = show === 'revoked' ? undefined : list.filter<TokenStatus>('status')
  const { search } = list
  const asked = { userId, show, ...list.asked, ...(status && { status }) }
  const tokens = useAnswer('tokens.list', asked)
  const { page: _page, pageSize: _pageSize, ...sought } = asked

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
            shrinks
            call="tokens.export"
            asked={sought}
            disabled={!tokens.data?.total}
          />
        }
        create={may('tokens.create') ? { label: t('create.open'), run: create } : null}
      >
        {show !== 'revoked' && (
          <StatusFilter
            value={status}
            onChange={(next) => list.setFilter('status', next)}
            statuses={show === 'current' ? currentStatuses : tokenStatuses}
          />
        )}
      </ListToolbar>
      <DailyCalls ids={(tokens.data?.rows ?? []).map((token) => token.id)}>
        <DataTable
          id="tokens"
          hideWhenNarrow={['daily']}
          label={t('list.label')}
          {...tableAnswer(tokens)}
          columns={columns}
          {...list.table}
          onOpenRow={(token) => open({ what: 'details', id: token.id })}
          empty={
            <NoTokens
              of="list"
              show={show}
              isSearching={search !== '' || status !== undefined}
              onClearSearch={() => list.setFilters({ search: undefined, status: undefined })}
            />
          }
        />
      </DailyCalls>
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
