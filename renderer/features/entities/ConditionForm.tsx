import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState, type FormEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Field } from '../../../electron/contract/field'
import type { Where } from '../../../electron/contract/record'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { momentTyped } from '../../ui/typed-moment'
import { ConditionValue } from './ConditionValue'
import { useRecordHint } from './use-record-hint'

type Props = { entity: Entity; indexed: Field[]; onApply: (condition: Where) => void }

/** One more condition. Main is asked about it first: only it knows what a field takes. */
export function ConditionForm({ entity, indexed, onApply }: Props) {
  const { t } = useTranslation('entities')
  const hintOf = useRecordHint()
  const [name, setName] = useState(indexed[0]!.name)
  const [typed, setTyped] = useState('')
  const [isMissing, setIsMissing] = useState(false)
  const check = useCommand('records.list')
  const field = indexed.find((one) => one.name === name) ?? indexed[0]!
  const failure = failureIn(check.error)
  const isMisfit = failure?.code === 'invalid_input'

  const change = (text: string) => {
    setTyped(text)
    setIsMissing(false)
    check.reset()
  }
  const apply = (event: FormEvent) => {
    event.preventDefault()
    event.stopPropagation()
    if (typed.trim() === '') return setIsMissing(true)
    const condition = { field: field.name, value: valueTyped(field, typed) }
    check.mutate(
      { entityId: entity.id, pageSize: 1, where: [condition] },
      { onSuccess: () => onApply(condition) },
    )
  }

  return (
    <form onSubmit={apply} noValidate>
      <Stack spacing={2} sx={{ p: 2, width: 320 }}>
        <TextField
          select
          autoFocus
          label={t('filter.field')}
          value={field.name}
          onChange={(event) => {
            setName(event.target.value)
            change('')
          }}
          fullWidth
        >
          {indexed.map((one) => (
            <MenuItem key={one.id} value={one.name}>
              {one.title}
            </MenuItem>
          ))}
        </TextField>
        <ConditionValue
          key={field.id}
          field={field}
          value={typed}
          error={
            isMissing
              ? t('filter.missing')
              : isMisfit
                ? t('filter.misfit', { hint: hintOf(field.type) ?? '' })
                : undefined
          }
          onChange={change}
        />
        {failure && !isMisfit && <FailureNotice failure={failure} />}
        <Button type="submit" variant="contained" loading={check.isPending}>
          {t('filter.apply')}
        </Button>
      </Stack>
    </form>
  )
}

/** A moment is typed in the zone of this machine, and kept in UTC. */
function valueTyped({ type }: Field, typed: string): string {
  const text = typed.trim()
  if (type !== 'datetime') return text
  const moment = momentTyped(text)
  return Number.isNaN(moment) ? text : new Date(moment).toISOString()
}
