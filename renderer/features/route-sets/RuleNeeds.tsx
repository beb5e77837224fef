import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useId } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { permissions } from '../../../electron/contract/permission'
import { useAnswer } from '../../keyward'
import { useFieldText } from '../../ui/field-text'
import type { RouteSetForm } from './route-set-form'

type Props = { index: number; labelOf: (what: string) => string; readOnly: boolean }

const choices = ['by_method', ...permissions, 'open'] as const

/** What a call that the rule fits needs: a permission on an entity, or nothing at all. */
export function RuleNeeds({ index, labelOf, readOnly }: Props) {
  const { t } = useTranslation('routeSets')
  const fieldText = useFieldText()
  const listId = useId()
  const { control } = useFormContext<RouteSetForm>()
  const permission = useController({ control, name: `rules.${index}.permission` })
  const entity = useController({ control, name: `rules.${index}.entity` })
  const entities = useAnswer('entities.names', undefined)
  const isOpen = permission.field.value === 'open'
  return (
    <Stack direction="row" useFlexGap sx={{ columnGap: 1, rowGap: 1.75, flexWrap: 'wrap' }}>
      <TextField
        select
        label={t('form.permission')}
        value={permission.field.value}
        onChange={({ target }) => {
          permission.field.onChange(target.value)
          if (target.value === 'open') entity.field.onChange(null)
        }}
        onBlur={permission.field.onBlur}
        inputRef={permission.field.ref}
        error={permission.fieldState.error !== undefined}
        helperText={fieldText(permission.fieldState.error?.message)}
        slotProps={{
          select: {
            readOnly,
            SelectDisplayProps: {
              'aria-label': labelOf(t('form.permission')),
              'aria-labelledby': undefined,
            },
          },
        }}
        sx={{ flex: '1 1 130px' }}
      >
        {choices.map((one) => (
          <MenuItem key={one} value={one}>
            {t(`form.permissionOf.${one}`)}
          </MenuItem>
        ))}
      </TextField>
      <TextField
        label={t('form.entity')}
        value={entity.field.value ?? ''}
        onChange={({ target }) =>
          entity.field.onChange(target.value === '' ? null : target.value.trim())
        }
        onBlur={entity.field.onBlur}
        inputRef={entity.field.ref}
        disabled={isOpen}
        placeholder={isOpen ? t('form.noEntity') : t('form.fromPath')}
        error={entity.fieldState.error !== undefined}
        helperText={fieldText(entity.fieldState.error?.message)}
        slotProps={{
          inputLabel: { shrink: true },
          htmlInput: {
            'aria-label': labelOf(t('form.entity')),
            list: listId,
            spellCheck: false,
            readOnly,
          },
        }}
        sx={{ flex: '1 1 150px' }}
      />
      <datalist id={listId}>
        {(entities.data ?? []).map(({ id, name, title }) => (
          <option key={id} value={name}>
            {title}
          </option>
        ))}
      </datalist>
    </Stack>
  )
}
