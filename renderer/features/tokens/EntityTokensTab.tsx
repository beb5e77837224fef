import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { Show } from '../../../electron/contract/page'
import {
  tokenStatuses,
  type EntityToken,
  type EntityTokensAsked,
  type TokenStatus,
} from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { ListToolbar } from '../../ui/ListToolbar'
import { currentStatuses, StatusFilter } from '../../ui/StatusFilter'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { AddTokenDialog } from './AddTokenDialog'
import { NoTokens } from './NoTokens'
import { TokenDialogs } from './TokenDialogs'
import { useEntityTokenColumns } from './entity-token-columns'
import { useTokenActions } from './use-token-actions'

/** Every token that reaches an entity, what it may do here and when it last did. */
export function EntityTokensTab({ entityId }: { entityId: EntityId }) {
  const { t } = useTranslation('tokens')
  const may = useMay()
  const list = useListState<EntityTokensAsked['sort']>({ sort: 'name', direction: 'asc' })
  const { search } = list
  const show = list.filter<Show>('show') ?? 'current'
  const status = show === 'revoked' ? undefined : list.filter<TokenStatus>('status')
  const [isAdding, setIsAdding] = useState(false)
  const { act, opened, open, close } = useTokenActions()
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  const tokens = useAnswer('entities.tokens', {
    entityId,
    show,
    ...list.asked,
    ...(status && { status }),
  })
  const columns = useEntityTokenColumns(entityId, entity?.title ?? '', act)
  return (
    <>
      <ListToolbar
        show={show}
        onShow={(next) => list.setFilter('show', next === 'current' ? undefined : next)}
        searchLabel={t('entity.search')}
        search={search}
        onSearch={list.setSearch}
        create={
          may('tokens.create') ? { label: t('entity.add'), run: () => setIsAdding(true) } : null
        }
      >
        {show !== 'revoked' && (
          <StatusFilter
            value={status}
            onChange={(next) => list.setFilter('status', next)}
            statuses={show === 'current' ? currentStatuses : tokenStatuses}
          />
        )}
      </ListToolbar>
      <DataTable<EntityToken>
        id="entity-tokens"
        label={t('entity.label', { title: entity?.title ?? '' })}
        {...tableAnswer(tokens)}
        getRowId={(row) => row.token.id}
        columns={columns}
        hideWhenNarrow={['expiresAt', 'callsHere']}
        {...list.table}
        empty={
          <NoTokens
            of="entity"
            show={show}
            isSearching={search !== '' || status !== undefined}
            onClearSearch={() => list.setFilters({ search: undefined, status: undefined })}
          />
        }
      />
      {isAdding && (
        <AddTokenDialog
          entityId={entityId}
          onClose={() => setIsAdding(false)}
          onIssued={(made) => {
            setIsAdding(false)
            open({ what: 'created', issued: made })
          }}
        />
      )}
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
