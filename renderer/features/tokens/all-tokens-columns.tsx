import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InventoryRow } from '../../../electron/contract/inventory'
import type { Token } from '../../../electron/contract/token'
import { useInventoryColumns } from '../../ui/inventory-columns'
import { actionsColumn, dailyColumn } from '../../ui/list-columns'
import { TokenMenu, type TokenAction } from './TokenMenu'

export function useAllTokensColumns(onAction: (action: TokenAction, token: Token) => void) {
  const { t } = useTranslation('tokens')
  const { t: usage } = useTranslation('usage')
  const columns = useInventoryColumns()
  return useMemo(() => {
    const { name, userName, grants, expiresAt, status, lastUsedAt, ...others } = columns
    return [
      name,
      userName,
      grants,
      expiresAt,
      others.expiryRule,
      status,
      lastUsedAt,
      dailyColumn<InventoryRow>(usage('sparkline.column'), ({ token }) => token.id),
      others.calls,
      others.system,
      others.contact,
      others.createdAt,
      actionsColumn<InventoryRow>(t('column.actions'), 44, ({ token }) => (
        <TokenMenu token={token} onAction={onAction} />
      )),
    ]
  }, [columns, t, usage, onAction])
}
