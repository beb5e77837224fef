import Button from '@mui/material/Button'
import Dialog from '@mui/material/Dialog'
import DialogActions from '@mui/material/DialogActions'
import DialogContent from '@mui/material/DialogContent'
import DialogTitle from '@mui/material/DialogTitle'
import Stack from '@mui/material/Stack'
import { useId, useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { SavedRecord, StoredRecord } from '../../../electron/contract/record'
import { failureIn, useCommand } from '../../keyward'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { useLeaving } from '../../ui/useLeaving'
import { useMay } from '../../ui/useMay'
import { DeleteRecordsDialog } from './DeleteRecordsDialog'
import { RecordFieldInput } from './RecordFieldInput'
import { dataFrom, errorsByField, typedFrom } from './record-form'

/** `record` null is a new one. Auditors read; what is wrong with a value stands at its field. */
type Props = { entity: Entity; record: StoredRecord | null; onClose: () => void }

export function RecordDialog({ entity, record, onClose }: Props) {
  const { t } = useTranslation('entities')
  const { t: common } = useTranslation('common')
  const titleId = useId()
  const notify = useNotify()
  const may = useMay()
  const create = useCommand('records.create')
  const change = useCommand('records.change')
  const before = typedFrom(entity.fields, record?.data ?? {})
  const [typed, setTyped] = useState(before)
  const [errors, setErrors] = useState<Record<string, string>>({})
  const [isDeleting, setIsDeleting] = useState(false)
  const save = record ? change : create
  const failure = failureIn(save.error)
  const mayChange = may('records.change')
  const hasTyped = entity.fields.some(({ name }) => typed[name] !== before[name])
  const { leave, question } = useLeaving({ hasTyped, isBusy: save.isPending, onClose })

  const onSuccess = (saved: SavedRecord) => {
    if (saved.outcome === 'invalid') return setErrors(errorsByField(saved.errors))
    notify.success(t(record ? 'record.changed' : 'record.created'))
    onClose()
  }
  const submit = (event: FormEvent) => {
    event.preventDefault()
    setErrors({})
    const data = dataFrom(entity.fields, typed)
    const given = { entityId: entity.id, data }
    if (record) change.mutate({ ...given, id: record.id, version: record.version }, { onSuccess })
    else create.mutate(given, { onSuccess })
  }

  return (
    <Dialog open onClose={leave} aria-labelledby={titleId} maxWidth="sm" fullWidth>
      <form onSubmit={submit} noValidate style={{ display: 'contents' }}>
        <DialogTitle id={titleId}>
          {record
            ? t('record.title', { title: entity.title })
            : t('record.newTitle', { title: entity.title })}
        </DialogTitle>
        <DialogContent dividers>
          <Stack spacing={2}>
            {record && <code style={{ userSelect: 'text' }}>{record.id}</code>}
            {failure && <FailureNotice failure={failure} />}
            {errors[''] && <FailureNotice failure={{ code: 'invalid_input' }} />}
            {entity.fields.map((field) => (
              <RecordFieldInput
                key={field.id}
                field={field}
                value={typed[field.name] ?? ''}
                error={errors[field.name]}
                readOnly={!mayChange}
                onChange={(value) => setTyped({ ...typed, [field.name]: value })}
              />
            ))}
          </Stack>
        </DialogContent>
        <DialogActions>
          {record && may('records.delete') && (
            <Button color="error" onClick={() => setIsDeleting(true)} sx={{ mr: 'auto' }}>
              {t('record.delete')}
            </Button>
          )}
          <Button onClick={leave}>{common(mayChange ? 'cancel' : 'close')}</Button>
          {mayChange && (
            <Button type="submit" variant="contained" loading={save.isPending}>
              {common('save')}
            </Button>
          )}
        </DialogActions>
      </form>
      <DiscardDialog {...question} text={t('record.discard')} />
      {record && isDeleting && (
        <DeleteRecordsDialog
          entity={entity}
          records={[record]}
          onClose={() => setIsDeleting(false)}
          onDeleted={onClose}
        />
      )}
    </Dialog>
  )
}
