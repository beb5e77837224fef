import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { RowFault } from '../../../electron/contract/transfer'
import { FaultTable } from '../../ui/FaultTable'
import { fieldTitle, pointedName } from './field-title'

type Props = { entity: Entity; faults: RowFault[]; scrolls?: boolean }

/** Faults by the titles of the entity's fields. */
export function RowFaults({ entity, ...table }: Props) {
  const { t } = useTranslation('transfers')
  const placeOf = (pointer: string) => {
    const name = pointedName(pointer)
    if (name === '') return null
    return fieldTitle(entity, name) ?? (name === 'id' ? t('columns.id') : name)
  }
  return <FaultTable {...table} placeOf={placeOf} />
}
