import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import {
  Day,
  expiryMoment,
  expiryPresetDays,
  type ExpiryChoice,
} from '../../electron/contract/expiry'
import { useAnswer } from '../keyward'
import { CalendarField } from './CalendarField'
import { useFieldText } from './field-text'
import { localZone } from './moments'

type Props = { onChange(choice: ExpiryChoice | null): void }

/** One end for many tokens; what it comes to for each of them is in the list below. */
export function BulkExpiryField({ onChange }: Props) {
  const { t } = useTranslation('bulk')
  const { t: tokens } = useTranslation('tokens')
  const fieldText = useFieldText()
  const policy = useAnswer('policy.get', undefined)
  const [kind, setKind] = useState('')
  const [date, setDate] = useState('')
  const zone = localZone()

  const choose = (value: string) => {
    setKind(value)
    if (value === 'date') onChange(dateChoice(date, zone))
    else if (value === 'never') onChange({ kind: 'never' })
    else onChange({ kind: 'days', days: Number(value), zone })
  }
  const problem = kind === 'date' && date.length >= 10 ? problemOf(date, zone) : undefined
  return (
    <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start' }}>
      <TextField
        select
        label={t('expiry')}
        value={kind}
        onChange={(event) => choose(event.target.value)}
        slotProps={{ select: { displayEmpty: true }, inputLabel: { shrink: true } }}
        sx={{ flex: 1 }}
      >
        <MenuItem value="" disabled>
          {tokens('create.choose')}
        </MenuItem>
        {expiryPresetDays.map((days) => (
          <MenuItem key={days} value={String(days)}>
            {t('fromToday', { days: tokens(`create.preset.${days}`) })}
          </MenuItem>
        ))}
        <MenuItem value="date">{tokens('create.customDate')}</MenuItem>
        {policy.data?.neverAllowed && <MenuItem value="never">{tokens('create.never')}</MenuItem>}
      </TextField>
      {kind === 'date' && (
        <CalendarField
          kind="day"
          label={tokens('create.expiresOn')}
          value={date}
          onChange={(typed) => {
            setDate(typed.trim())
            onChange(dateChoice(typed.trim(), zone))
          }}
          error={problem !== undefined}
          helperText={fieldText(problem) ?? tokens('create.dateForm')}
          autoFocus
        />
      )}
    </Stack>
  )
}

const dateChoice = (date: string, zone: string): ExpiryChoice | null =>
  problemOf(date, zone) === undefined ? { kind: 'date', date, zone } : null

function problemOf(date: string, zone: string) {
  const day = Day.safeParse(date)
  if (!day.success) return day.error.issues[0]?.message
  const now = Date.now()
  const end = expiryMoment({ kind: 'date', date, zone }, now)
  return end !== null && end <= now ? 'expiry_in_past' : undefined
}
