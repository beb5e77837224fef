import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { StoredRecord } from '../../../electron/contract/record'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'

type Props = { entity: Entity; record: StoredRecord; onClose: () => void; onDeleted: () => void }

export function DeleteRecordDialog({ entity, record, onClose, onDeleted }: Props) {
  const { t } = useTranslation('entities')
  const notify = useNotify()
  const remove = useCommand('records.delete')
  const { id, version } = record
  return (
    <ConfirmDialog
      open
      title={t('record.deleteTitle')}
      confirmLabel={t('record.delete')}
      busy={remove.isPending}
      failure={failureIn(remove.error)}
      onConfirm={() =>
        remove.mutate(
          { entityId: entity.id, records: [{ id, version }] },
          {
            onSuccess: () => {
              notify.success(t('record.deleted'))
              onDeleted()
            },
          },
        )
      }
      onClose={onClose}
    >
      {t('record.deleteText', { id, title: entity.title })}
    </ConfirmDialog>
  )
}
