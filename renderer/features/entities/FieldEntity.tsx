import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { useAnswer } from '../../keyward'
import { useFieldText } from '../../ui/field-text'
import type { EntityForm } from './entity-form'

type Props = { index: number; label: string; readOnly: boolean }

/** The entity whose records a field points to. */
export function FieldEntity({ index, label, readOnly }: Props) {
  const { t } = useTranslation('entities')
  const fieldText = useFieldText()
  const { control } = useFormContext<EntityForm>()
  const { field, fieldState } = useController({ control, name: `fields.${index}.entityId` })
  const entities = useAnswer('entities.names', undefined)
  return (
    <TextField
      select
      size="small"
      value={field.value ?? ''}
      onChange={(event) => field.onChange(Number(event.target.value))}
      onBlur={field.onBlur}
      inputRef={field.ref}
      disabled={readOnly}
      error={fieldState.error !== undefined}
      helperText={fieldText(fieldState.error?.message)}
      slotProps={{
        select: {
          displayEmpty: true,
          renderValue: (id) =>
            entities.data?.find((one) => one.id === id)?.title ?? t('attribute.entity'),
          SelectDisplayProps: { 'aria-label': label },
        },
      }}
      sx={{ minWidth: 200 }}
    >
      {(entities.data ?? []).map((entity) => (
        <MenuItem key={entity.id} value={entity.id}>
          {entity.title}
        </MenuItem>
      ))}
    </TextField>
  )
}
