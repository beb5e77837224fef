import type { Entity } from '../../../electron/contract/entity'
import type { Where } from '../../../electron/contract/record'
import { useAnswer } from '../../keyward'
import { useListState } from '../../ui/useListState'
import { conditionsIn, keptConditions } from './record-conditions'

const always = ['id', 'updatedAt']

/** Search, conditions and order as the address has them, and the page of records they lead to. */
export function useRecordList(entity: Entity) {
  const list = useListState({ sort: 'id', direction: 'asc' })
  const { page, pageSize, direction, search } = list
  const { fields } = entity
  const where = conditionsIn(list.filter('where'), fields)
  // A field may have lost its index since somebody sorted by it.
  const isSortable = fields.some((one) => one.indexed && one.name === list.sort)
  const sort = isSortable || always.includes(list.sort) ? list.sort : 'id'
  const asked = {
    entityId: entity.id,
    sort,
    direction,
    where,
    ...(search !== '' && { search }),
  }
  const records = useAnswer('records.list', { ...asked, page, pageSize })
  return {
    ...list,
    sort,
    records,
    asked,
    where,
    isFiltered: where.length > 0 || search !== '',
    setWhere: (next: Where[]) => list.setFilter('where', keptConditions(next)),
    /** A record that a link names, to be opened over the list. */
    linked: list.filter('record'),
    closeLinked: () => list.setFilter('record', undefined),
  }
}

export type RecordList = ReturnType<typeof useRecordList>
