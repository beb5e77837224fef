import { useRouter } from '@tanstack/react-router'
import { useCallback, useState } from 'react'
import type { UserId } from '../../../electron/contract/id'
import type { Show } from '../../../electron/contract/page'
import type { Token, TokenSort } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { DataTable } from '../../ui/DataTable'
import { explainTokenPath } from '../../ui/explain-path'
import { ExportButton } from '../../ui/ExportButton'
import { ListToolbar } from '../../ui/ListToolbar'
import { useNotify } from '../../ui/notify'
import { tableAnswer } from '../../ui/table-answer'
import { useListState } from '../../ui/useListState'
import { useMay } from '../../ui/useMay'
import { useTranslation } from 'react-i18next'
import { NoTokens } from './NoTokens'
import { useTokenColumns } from './token-columns'
import { TokenDialogs, type OpenedDialog } from './TokenDialogs'
import type { TokenAction } from './TokenMenu'
import { useTokenSwitch } from '../../ui/use-token-switch'

/** The tokens of one user: the list, and what can be done to each. */
export function TokensTab({ userId }: { userId: UserId }) {
  const { t } = useTranslation('tokens')
  const notify = useNotify()
  const may = useMay()
  const { history } = useRouter()
  const { switchTo } = useTokenSwitch()
  const [opened, setOpened] = useState<OpenedDialog | null>(null)

  const list = useListState<TokenSort>({ sort: 'createdAt', direction: 'desc' })
  const show = list.filter<Show>('show') ?? 'current'
  const { search } = list
  const tokens = useAnswer('tokens.list', { userId, show, ...list.asked })
  const { page: _page, pageSize: _pageSize, ...sought } = list.asked

  const act = useCallback(
    (action: TokenAction, token: Token) => {
      if (action === 'enable') switchTo(token, true, { onRefused: notify.failure })
      else if (action === 'explain') history.push(explainTokenPath(token.id))
      else if (action === 'details') setOpened({ what: 'details', id: token.id })
      else setOpened({ what: action, token })
    },
    [switchTo, notify, history],
  )
  const columns = useTokenColumns(act)
  const create = () => setOpened({ what: 'create', userId })

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
        onOpenRow={(token) => setOpened({ what: 'details', id: token.id })}
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
          onIssued={(issued) => setOpened({ what: 'created', issued })}
          onClose={() => setOpened(null)}
        />
      )}
    </>
  )
}
