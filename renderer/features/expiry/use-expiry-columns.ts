import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import { useTranslation } from 'react-i18next'
import type { InventoryRow } from '../../../electron/contract/inventory'
import { useInventoryColumns } from '../../ui/inventory-columns'

/** What ends first comes first; the rest is for those who ask for it. */
export function useExpiryColumns(): GridColDef<InventoryRow>[] {
  const { t } = useTranslation('expiry')
  const all = useInventoryColumns()
  return useMemo(() => {
    const rule: GridColDef<InventoryRow> = {
      field: 'expiryRule',
      headerName: t('column.rule'),
      width: 128,
      sortable: false,
      valueGetter: (_value, { token }) =>
        t(
          token.expiresAt === null
            ? 'rule.none'
            : token.isExpiryLimited
              ? 'rule.policy'
              : 'rule.token',
        ),
    }
    const { name, userName, status, expiresAt, lastUsedAt, calls } = all
    const { system, contact, grants, createdAt } = all
    const others = [system, contact, grants, createdAt]
    return [name, userName, status, expiresAt, rule, lastUsedAt, calls, ...others]
  }, [t, all])
}
