import Checkbox from '@mui/material/Checkbox'
import MenuItem from '@mui/material/MenuItem'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'

type Choices<T extends string> = readonly (readonly [value: T, label: string])[]

type OneProps<T extends string> = {
  label: string
  value: T | undefined
  choices: Choices<T>
  onChange(value: T | undefined): void
}

const slots = { select: { displayEmpty: true }, inputLabel: { shrink: true } } as const

/** One of several values of a filter, or any. */
export function FilterChoice<T extends string>(props: OneProps<T>) {
  const { label, value, choices, onChange } = props
  const { t } = useTranslation('inventory')
  const isOffered = choices.some(([one]) => one === value)
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={label}
      value={isOffered ? value : ''}
      onChange={({ target }) => onChange(choices.find(([one]) => one === target.value)?.[0])}
      slotProps={slots}
    >
      <MenuItem value="">{t('any')}</MenuItem>
      {choices.map(([one, words]) => (
        <MenuItem key={one} value={one}>
          {words}
        </MenuItem>
      ))}
    </TextField>
  )
}

type ManyProps<T extends string> = {
  label: string
  /** Said while nothing is ticked. */
  any: string
  values: readonly T[]
  choices: Choices<T>
  onChange(values: T[]): void
}

/** Any number of values of a filter. */
export function FilterChoices<T extends string>(props: ManyProps<T>) {
  const { label, any, values, choices, onChange } = props
  const wordsOf = (value: T) => choices.find(([one]) => one === value)?.[1]
  return (
    <TextField
      select
      fullWidth
      size="small"
      label={label}
      value={values}
      onChange={({ target }) => {
        const ticked = target.value as unknown as string[]
        onChange(choices.map(([one]) => one).filter((one) => ticked.includes(one)))
      }}
      slotProps={{
        ...slots,
        select: {
          ...slots.select,
          multiple: true,
          renderValue: () => (values.length === 0 ? any : values.map(wordsOf).join(', ')),
        },
      }}
    >
      {choices.map(([one, words]) => (
        <MenuItem key={one} value={one} dense>
          <Checkbox
            size="small"
            checked={values.includes(one)}
            tabIndex={-1}
            sx={{ p: 0.5, mr: 1 }}
          />
          {words}
        </MenuItem>
      ))}
    </TextField>
  )
}
