import type { Matrix, MatrixAsked } from '../contract/matrix'
import type { Grant, Permission } from '../contract/permission'
import { found } from './accepted'
import { isoMoment } from './activity-entry'
import { createListExport, type ListExportGiven } from './list-export'
import { allowedOn } from './token-terms'

export type MatrixService = ReturnType<typeof createMatrixService>

const mostTokens = 500
const powerOf: Record<Permission, number> = { read: 1, write: 2, delete: 4 }

/** Tokens against entities: what each was granted, and what of it its user may still do. */
export function createMatrixService(given: ListExportGiven) {
  const { store, now } = given
  const exportList = createListExport(given)

  async function get(asked: MatrixAsked): Promise<Matrix> {
    const all = await store.entities.all()
    const entities =
      asked.entityId === undefined ? all : [found(await store.entities.get(asked.entityId))]
    const { rows: tokens, total } = await store.tokens.reaching(asked, mostTokens, now())
    const rows = tokens.map(({ token, userName, access }) => {
      const grants: Grant[] = token.grants
      const cells = entities.map(({ id }) => {
        const granted = allowedOn(grants, id)
        const allowed = allowedOn(access, id)
        return { granted, effective: granted.filter((one) => allowed.includes(one)) }
      })
      return {
        tokenId: token.id,
        name: token.name,
        userId: token.userId,
        userName,
        status: token.status,
        expiresAt: token.expiresAt,
        lastUsedAt: token.lastUsedAt,
        power: cells.flatMap((cell) => cell.effective).reduce((sum, one) => sum + powerOf[one], 0),
        cells,
      }
    })
    return {
      entities: entities.map(({ id, name, title }) => ({ id, name, title })),
      rows: rows.toSorted((a, b) => b.power - a.power || a.name.localeCompare(b.name)),
      more: total - rows.length,
    }
  }

  async function exportCsv(asked: MatrixAsked) {
    const { entities, rows } = await get(asked)
    const columns = ['token', 'token_id', 'user', 'status', 'expires_at', 'last_used_at', 'power']
    return exportList({
      title: 'Access matrix',
      fileName: 'access-matrix',
      columns: [...columns, ...entities.map((entity) => entity.name)],
      rows: rows.map((row) => ({
        token: row.name,
        token_id: row.tokenId,
        user: row.userName,
        status: row.status,
        expires_at: isoMoment(row.expiresAt),
        last_used_at: isoMoment(row.lastUsedAt),
        power: row.power,
        ...Object.fromEntries(
          entities.map(({ name }, place) => [name, row.cells[place]?.effective.join(' ') ?? '']),
        ),
      })),
    })
  }

  return { get, exportCsv }
}
