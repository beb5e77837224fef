import type { Matrix } from '../../../electron/contract/matrix'
import { permissionsOn, type GrantInput } from '../../ui/permission-grants'

/** The tokens that may do less than now once `grants` is the access of their user. */
export const narrowedBy = (
  { entities, rows }: Pick<Matrix, 'entities' | 'rows'>,
  grants: readonly GrantInput[],
): Matrix['rows'] => {
  const everywhere = permissionsOn(grants, null)
  const allowed = entities.map(({ id }) => [...everywhere, ...permissionsOn(grants, id)])
  return rows.filter((row) =>
    row.cells.some(({ effective }, place) =>
      effective.some((permission) => !allowed[place]?.includes(permission)),
    ),
  )
}
