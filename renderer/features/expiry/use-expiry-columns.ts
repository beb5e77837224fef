import type { GridColDef } from '@mui/x-data-grid'
import { useMemo } from 'react'
import type { InventoryRow } from '../../../electron/contract/inventory'
import { useInventoryColumns } from '../../ui/inventory-columns'

/** What ends first comes first; the rest is for those who ask for it. */
export function useExpiryColumns(): GridColDef<InventoryRow>[] {
  const all = useInventoryColumns()
  return useMemo(() => {
    const { name, userName, status, expiresAt, expiryRule, lastUsedAt, calls } = all
    const { system, contact, grants, createdAt } = all
    const others = [system, contact, grants, createdAt]
    return [name, userName, status, expiresAt, expiryRule, lastUsedAt, calls, ...others]
  }, [all])
}
