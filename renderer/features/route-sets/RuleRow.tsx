import ArrowDownwardRounded from '@mui/icons-material/ArrowDownwardRounded'
import ArrowUpwardRounded from '@mui/icons-material/ArrowUpwardRounded'
import DeleteOutlineRounded from '@mui/icons-material/DeleteOutlineRounded'
import IconButton from '@mui/material/IconButton'
import Stack from '@mui/material/Stack'
import TableCell from '@mui/material/TableCell'
import TableRow from '@mui/material/TableRow'
import TextField from '@mui/material/TextField'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { apiNameInput } from '../../ui/api-name-input'
import { useFieldText } from '../../ui/field-text'
import type { RouteSetForm } from './route-set-form'
import { RuleMethods } from './RuleMethods'
import { RuleNeeds } from './RuleNeeds'

type Props = {
  tableId: string
  index: number
  count: number
  readOnly: boolean
  onRemove: () => void
  onMove: (by: -1 | 1) => void
}

export const moveButtonId = (tableId: string, index: number, by: -1 | 1) =>
  `${tableId}-${index}-${by === 1 ? 'down' : 'up'}`

export function RuleRow({ tableId, index, count, readOnly, onRemove, onMove }: Props) {
  const { t } = useTranslation('routeSets')
  const fieldText = useFieldText()
  const { register, control, formState } = useFormContext<RouteSetForm>()
  const { field: host } = useController({ control, name: `rules.${index}.host` })
  const errors = formState.errors.rules?.[index]
  const number = index + 1
  const labelOf = (what: string) => t('form.ofRule', { number, what })
  return (
    <TableRow>
      <TableCell sx={{ lineHeight: '40px' }}>{number}</TableCell>
      <TableCell>
        <Stack direction="row" useFlexGap sx={{ columnGap: 1, rowGap: 1.75, flexWrap: 'wrap' }}>
          <RuleMethods index={index} label={labelOf(t('form.methods'))} readOnly={readOnly} />
          <TextField
            label={t('form.host')}
            value={host.value ?? ''}
            onChange={({ target }) => host.onChange(target.value === '' ? null : target.value)}
            onBlur={host.onBlur}
            inputRef={host.ref}
            placeholder={t('form.hostAny')}
            error={errors?.host !== undefined}
            helperText={fieldText(errors?.host?.message)}
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: { 'aria-label': labelOf(t('form.host')), spellCheck: false, readOnly },
            }}
            sx={{ flex: '1 1 150px' }}
          />
          <TextField
            {...register(`rules.${index}.path`)}
            label={t('form.path')}
            placeholder="/api/{entity}/**"
            error={errors?.path !== undefined}
            helperText={fieldText(errors?.path?.message)}
            slotProps={{
              inputLabel: { shrink: true },
              htmlInput: {
                'aria-label': labelOf(t('form.path')),
                spellCheck: false,
                readOnly,
                sx: apiNameInput,
              },
            }}
            sx={{ flex: '2 1 190px' }}
          />
        </Stack>
      </TableCell>
      <TableCell>
        <RuleNeeds index={index} labelOf={labelOf} readOnly={readOnly} />
      </TableCell>
      {!readOnly && (
        <TableCell>
          <Stack direction="row" sx={{ height: 40, alignItems: 'center' }}>
            <IconButton
              id={moveButtonId(tableId, index, -1)}
              size="small"
              aria-label={t('form.up', { number })}
              disabled={index === 0}
              onClick={() => onMove(-1)}
            >
              <ArrowUpwardRounded fontSize="small" />
            </IconButton>
            <IconButton
              id={moveButtonId(tableId, index, 1)}
              size="small"
              aria-label={t('form.down', { number })}
              disabled={index === count - 1}
              onClick={() => onMove(1)}
            >
              <ArrowDownwardRounded fontSize="small" />
            </IconButton>
            <IconButton size="small" aria-label={t('form.remove', { number })} onClick={onRemove}>
              <DeleteOutlineRounded fontSize="small" />
            </IconButton>
          </Stack>
        </TableCell>
      )}
    </TableRow>
  )
}
