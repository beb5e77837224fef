import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { StoredRecord } from '../../../electron/contract/record'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'

type Props = {
  entity: Entity
  records: readonly StoredRecord[]
  onClose: () => void
  onDeleted: () => void
}

/** One question for one record or for many; main deletes all of them or none. */
export function DeleteRecordsDialog({ entity, records, onClose, onDeleted }: Props) {
  const { t } = useTranslation('entities')
  const notify = useNotify()
  const remove = useCommand('records.delete')
  const count = records.length
  return (
    <ConfirmDialog
      open
      title={t('record.deleteTitle', { count })}
      confirmLabel={t('record.delete')}
      danger
      busy={remove.isPending}
      failure={failureIn(remove.error)}
      onConfirm={() =>
        remove.mutate(
          { entityId: entity.id, records: records.map(({ id, version }) => ({ id, version })) },
          {
            onSuccess: () => {
              notify.success(t('record.deleted', { count }))
              onDeleted()
            },
          },
        )
      }
      onClose={onClose}
    >
      {t('record.deleteText', { count, id: records[0]?.id ?? '', title: entity.title })}
    </ConfirmDialog>
  )
}
