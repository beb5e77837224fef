import AddRounded from '@mui/icons-material/AddRounded'
import VpnKeyOutlined from '@mui/icons-material/VpnKeyOutlined'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import type { EntityToken, EntityTokensAsked, TokenStatus } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { EmptyState } from '../../ui/EmptyState'
import { SearchField } from '../../ui/SearchField'
import { currentStatuses, StatusFilter } from '../../ui/StatusFilter'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { AddTokenDialog } from './AddTokenDialog'
import { TokenDialogs } from './TokenDialogs'
import { useEntityTokenColumns } from './entity-token-columns'
import { useTokenActions } from './use-token-actions'

/** Every token that reaches an entity, what it may do here and when it last did. */
export function EntityTokensTab({ entityId }: { entityId: EntityId }) {
  const { t } = useTranslation('tokens')
  const may = useMay()
  const list = useListState<EntityTokensAsked['sort']>({ sort: 'name', direction: 'asc' })
  const { search } = list
  const status = list.filter<TokenStatus>('status')
  const [isAdding, setIsAdding] = useState(false)
  const { act, opened, open, close } = useTokenActions()
  const { data: entity } = useAnswer('entities.get', { id: entityId })
  const tokens = useAnswer('entities.tokens', {
    entityId,
    ...list.asked,
    ...(status && { status }),
  })
  const columns = useEntityTokenColumns(entityId, entity?.title ?? '', act)
  return (
    <>
      <Stack direction="row" spacing={2} sx={{ mb: 2, alignItems: 'center' }}>
        <SearchField label={t('entity.search')} value={search} onChange={list.setSearch} />
        <StatusFilter
          value={status}
          onChange={(next) => list.setFilter('status', next)}
          statuses={currentStatuses}
        />
        {may('tokens.create') && (
          <Button
            variant="contained"
            startIcon={<AddRounded />}
            onClick={() => setIsAdding(true)}
            sx={{ ml: 'auto !important' }}
          >
            {t('entity.add')}
          </Button>
        )}
      </Stack>
      <DataTable<EntityToken>
        id="entity-tokens"
        label={t('entity.label', { title: entity?.title ?? '' })}
        {...tableAnswer(tokens)}
        getRowId={(row) => row.token.id}
        columns={columns}
        hideWhenNarrow={['expiresAt', 'callsHere']}
        {...list.table}
        empty={
          <EmptyState
            icon={<VpnKeyOutlined />}
            title={t(
              search === '' && status === undefined ? 'entity.empty.title' : 'entity.noMatch',
            )}
            text={t('entity.empty.text')}
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
