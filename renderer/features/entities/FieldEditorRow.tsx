import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import Checkbox from '@mui/material/Checkbox'
import IconButton from '@mui/material/IconButton'
import MenuItem from '@mui/material/MenuItem'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import { Controller, useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { fieldTypes, type Field } from '../../../electron/contract/field'
import { longest, useFieldText } from '../../ui/field-text'
import { apiNameInput } from '../../ui/api-name-input'
import type { EntityForm } from './entity-form'
import { FieldAttributes } from './FieldAttributes'
import { useProposedName } from './use-proposed-name'

type Props = { index: number; known: Field | null; onRemove?: () => void }

export function FieldEditorRow({ index, known, onRemove }: Props) {
  const { t } = useTranslation('entities')
  const fieldText = useFieldText()
  const { register, control, formState } = useFormContext<EntityForm>()
  const { onTitle } = useProposedName(`fields.${index}.title`, `fields.${index}.name`)
  const nameCode = useNameCode(index)
  const titleCode = formState.errors.fields?.[index]?.title?.message
  const labelOf = (what: string) => t('create.ofField', { number: index + 1, what })
  return (
    <>
      <TableRow sx={{ '& > td': { borderBottom: 0, pb: 0 } }}>
        <TableCell>
          <TextField
            {...register(`fields.${index}.title`, { onChange: onTitle })}
            size="small"
            fullWidth
            error={titleCode !== undefined}
            helperText={fieldText(titleCode)}
            slotProps={{ htmlInput: { 'aria-label': labelOf(t('create.fieldTitle')) } }}
          />
        </TableCell>
        <TableCell>
          <TextField
            {...register(`fields.${index}.name`)}
            size="small"
            fullWidth
            error={nameCode !== undefined}
            helperText={fieldText(nameCode, longest.apiName)}
            slotProps={{
              htmlInput: {
                'aria-label': labelOf(t('create.fieldName')),
                spellCheck: false,
                readOnly: known !== null,
                title: known === null ? undefined : t('edit.locked'),
                sx: apiNameInput,
              },
            }}
          />
        </TableCell>
        <TableCell>
          <Controller
            control={control}
            name={`fields.${index}.type`}
            render={({ field: { ref, ...field } }) => (
              <TextField
                {...field}
                inputRef={ref}
                select
                size="small"
                fullWidth
                disabled={known !== null}
                slotProps={{
                  select: { SelectDisplayProps: { 'aria-label': labelOf(t('create.fieldType')) } },
                }}
              >
                {fieldTypes.map((type) => (
                  <MenuItem key={type} value={type}>
                    {t(`type.${type}`)}
                  </MenuItem>
                ))}
              </TextField>
            )}
          />
        </TableCell>
        <TableCell align="center">
          <Controller
            control={control}
            name={`fields.${index}.required`}
            render={({ field: { value, ref, ...field } }) => (
              <Checkbox
                {...field}
                checked={value ?? false}
                slotProps={{
                  input: { ref, 'aria-label': labelOf(t('create.fieldRequired')) },
                }}
              />
            )}
          />
        </TableCell>
        <TableCell>
          {onRemove && (
            <IconButton
              aria-label={t('create.removeField', { number: index + 1 })}
              onClick={onRemove}
            >
              <DeleteOutlineRounded />
            </IconButton>
          )}
        </TableCell>
      </TableRow>
      <TableRow>
        <TableCell colSpan={5} sx={{ pt: 0 }}>
          <FieldAttributes index={index} labelOf={labelOf} isNew={known === null} />
        </TableCell>
      </TableRow>
    </>
  )
}

/** The contract blames the whole list for a repeated name; here the later of the two shows it. */
function useNameCode(index: number): string | undefined {
  const { control, formState } = useFormContext<EntityForm>()
  const fields = useWatch({ control, name: 'fields' })
  const own = formState.errors.fields?.[index]?.name?.message
  if (own !== undefined) return own
  const whole = formState.errors.fields?.root?.message ?? formState.errors.fields?.message
  const name = fields[index]?.name.trim()
  const isLater = fields.slice(0, index).some((one) => one.name.trim() === name)
  return whole === 'repeated' && isLater ? 'field_name_taken' : undefined
}
