import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import MenuItem from '@mui/material/MenuItem'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import { ImportMode, importModes } from '../../../electron/contract/transfer'
import { fieldTitle } from './field-title'

type Props = {
  entity: Entity
  keys: string[]
  mode: ImportMode
  chosenKey: string
  disabled: boolean
  onMode: (mode: ImportMode) => void
  onKey: (key: string) => void
}

/** What becomes of a row whose record exists, and what tells that it does. */
export function ImportChoices(props: Props) {
  const { entity, keys, mode, chosenKey, disabled, onMode, onKey } = props
  const { t } = useTranslation('transfers')
  const labelId = useId()
  const canKnow = keys.length > 0
  return (
    <Stack spacing={1.5}>
      <FormControl disabled={disabled}>
        <FormLabel id={labelId}>{t('mode.label')}</FormLabel>
        <RadioGroup
          row
          aria-labelledby={labelId}
          value={mode}
          onChange={(event) => onMode(ImportMode.parse(event.target.value))}
        >
          {importModes.map((one) => (
            <FormControlLabel
              key={one}
              value={one}
              control={<Radio size="small" />}
              label={t(`mode.${one}`)}
              disabled={disabled || (one !== 'add' && !canKnow)}
            />
          ))}
        </RadioGroup>
        <FormHelperText sx={{ ml: 0 }}>
          {t(canKnow ? `mode.hint.${mode}` : 'mode.noKey')}
        </FormHelperText>
      </FormControl>
      {mode !== 'add' && (
        <TextField
          select
          label={t('key.label')}
          value={chosenKey}
          disabled={disabled}
          onChange={(event) => onKey(event.target.value)}
          sx={{ width: 320 }}
        >
          {keys.map((one) => (
            <MenuItem key={one} value={one}>
              {fieldTitle(entity, one) ?? t('columns.id')}
            </MenuItem>
          ))}
        </TextField>
      )}
    </Stack>
  )
}
