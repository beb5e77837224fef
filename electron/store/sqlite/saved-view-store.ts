import type { Selectable } from 'kysely'
import type { UserId } from '../../contract/id'
import {
  SavedViewList,
  ViewFilter,
  type SavedView,
  type SavedViewId,
} from '../../contract/saved-view'
import type { SavedViewStore } from '../registry'
import { kept } from './kept'
import { countOf, total } from './list-query'
import { build, type Sql } from './sql'
import type { SavedViewTable } from './tables'
import { textKey } from './text-key'

/** More than a menu can show; a list of them is not made for more. */
const mostViews = 50

export function createSavedViewStore({ sql }: { sql: Sql }): SavedViewStore {
  const views = build.selectFrom('saved_view').selectAll()
  const ofUser = (userId: UserId, list: SavedViewList) =>
    build.selectFrom('saved_view').where('user_id', '=', userId).where('list', '=', list)

  return {
    list: async (userId, list) =>
      sql.all(ofUser(userId, list).selectAll().orderBy('name_key')).flatMap(readable),

    insert: async ({ userId, list, name, filter, at }) =>
      sql.change(() => {
        const name_key = textKey(name)
        const same = ofUser(userId, list).where('name_key', '=', name_key).select('id')
        if (sql.first(same)) return 'view_name_taken'
        if (countOf(sql, ofUser(userId, list).select(total)) >= mostViews) return 'too_many_views'
        const row = {
          ...{ user_id: userId, list, name, name_key },
          filter: JSON.stringify(filter),
          created_at: at,
        }
        const { rowId } = sql.run(build.insertInto('saved_view').values(row))
        return viewFrom(kept(sql.first(views.where('id', '=', rowId))))
      }),

    delete: async (userId, id) =>
      sql.change(() => {
        sql.run(build.deleteFrom('saved_view').where('id', '=', id).where('user_id', '=', userId))
      }),
  }
}

const viewFrom = (row: Selectable<SavedViewTable>): SavedView => ({
  id: row.id as SavedViewId,
  list: SavedViewList.parse(row.list),
  name: row.name,
  filter: ViewFilter.parse(JSON.parse(row.filter)),
})

/** One that was edited by hand, or whose filter is no longer known, keeps nobody from the others. */
function readable(row: Selectable<SavedViewTable>): SavedView[] {
  try {
    return [viewFrom(row)]
  } catch {
    return []
  }
}
