import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { EntityId } from '../../../electron/contract/id'
import { failureIn, useAnswer } from '../../keyward'
import { GoLink } from '../../ui/GoLink'
import { pathOfRecord } from './entity-path'
import { nameOfRecord } from './record-name'

type Props = { entityId: EntityId; id: string }

/** The record that a field points to, by what people call it; the ID is on hover. */
export function ReferredRecord({ entityId, id }: Props) {
  const { t } = useTranslation('entities')
  const entity = useAnswer('entities.get', { id: entityId })
  const record = useAnswer('records.get', { entityId, id })
  if (failureIn(record.error)?.code === 'not_found')
    return (
      <span title={t('records.gone')} style={{ textDecoration: 'line-through' }}>
        {id}
      </span>
    )
  const name =
    entity.data && record.data?.id === id ? nameOfRecord(entity.data.fields, record.data) : id
  return (
    <Link component={GoLink} to={pathOfRecord(entityId, id)} noWrap title={id}>
      {name}
    </Link>
  )
}
