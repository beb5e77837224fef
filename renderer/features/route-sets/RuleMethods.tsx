import Checkbox from '@mui/material/Checkbox'
import ListItemText from '@mui/material/ListItemText'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { routeMethods, type RouteMethod } from '../../../electron/contract/route-set'
import { useFieldText } from '../../ui/field-text'
import type { RouteSetForm } from './route-set-form'

type Props = { index: number; label: string; readOnly: boolean }

/** None chosen is every method that has a permission of its own. */
export function RuleMethods({ index, label, readOnly }: Props) {
  const { t } = useTranslation('routeSets')
  const fieldText = useFieldText()
  const { control } = useFormContext<RouteSetForm>()
  const { field, fieldState } = useController({ control, name: `rules.${index}.methods` })
  const chosen = field.value ?? []
  return (
    <TextField
      select
      label={t('form.methods')}
      value={chosen}
      onChange={({ target }) => {
        const next = target.value as unknown as RouteMethod[]
        field.onChange(routeMethods.filter((one) => next.includes(one)))
      }}
      onBlur={field.onBlur}
      inputRef={field.ref}
      error={fieldState.error !== undefined}
      helperText={fieldText(fieldState.error?.message)}
      title={chosen.length === 0 ? t('form.byMethodHint') : chosen.join(', ')}
      slotProps={{
        inputLabel: { shrink: true },
        select: {
          multiple: true,
          displayEmpty: true,
          readOnly,
          renderValue: () => (chosen.length === 0 ? t('form.byMethod') : chosen.join(', ')),
          SelectDisplayProps: { 'aria-label': label, 'aria-labelledby': undefined },
        },
      }}
      sx={{ flex: '0 1 120px', minWidth: 110 }}
    >
      {routeMethods.map((method) => (
        <MenuItem key={method} value={method} dense>
          <Checkbox size="small" checked={chosen.includes(method)} tabIndex={-1} disableRipple />
          <ListItemText primary={method} />
        </MenuItem>
      ))}
    </TextField>
  )
}
