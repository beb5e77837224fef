import type { GridColumnVisibilityModel, GridDensity } from '@mui/x-data-grid'
import { useState } from 'react'

type View = { density: GridDensity; columns: GridColumnVisibilityModel }

/** Kept until the window closes: how a person likes a table is no business of the registry. */
const remembered = new Map<string, View>()

/** Density and hidden columns of one table, remembered for the session. */
export function useTableView(id: string) {
  const [view, setView] = useState<View>(
    () => remembered.get(id) ?? { density: 'standard', columns: {} },
  )
  const change = (part: Partial<View>) => {
    const next = { ...view, ...part }
    remembered.set(id, next)
    setView(next)
  }
  return { view, change }
}
