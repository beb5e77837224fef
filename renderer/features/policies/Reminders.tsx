import Button from '@mui/material/Button'
import Chip from '@mui/material/Chip'
import InputAdornment from '@mui/material/InputAdornment'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useController, useFormContext } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { mostReminders, ReminderDay, type Policy } from '../../../electron/contract/policy'
import { useFieldText } from '../../ui/field-text'

/** The days before its end on which a token is reminded of, the earliest first. */
export function Reminders({ readOnly }: { readOnly: boolean }) {
  const { t } = useTranslation('policies')
  const fieldText = useFieldText()
  const { control } = useFormContext<Policy>()
  const { field } = useController({ control, name: 'reminderDays' })
  const [typed, setTyped] = useState('')
  const [problem, setProblem] = useState<string>()
  const days = field.value

  const add = () => {
    const day = ReminderDay.safeParse(typed === '' ? Number.NaN : Number(typed))
    if (!day.success) return setProblem('reminder_range')
    if (days.includes(day.data)) return setProblem('repeated')
    if (days.length >= mostReminders) return setProblem('too_many')
    field.onChange([...days, day.data].toSorted((a, b) => b - a))
    setTyped('')
    setProblem(undefined)
  }

  return (
    <Stack sx={{ gap: 1.5 }}>
      {days.length === 0 ? (
        <Typography variant="body2">{t('reminders.none')}</Typography>
      ) : (
        <Stack direction="row" component="ul" sx={{ flexWrap: 'wrap', gap: 1, p: 0, m: 0 }}>
          {days.map((day) => (
            <li key={day} style={{ listStyle: 'none' }}>
              <Chip
                label={day === 0 ? t('reminders.onTheDay') : t('reminders.before', { count: day })}
                aria-label={
                  day === 0 ? t('reminders.onTheDay') : t('reminders.before', { count: day })
                }
                {...(!readOnly && {
                  onDelete: () => field.onChange(days.filter((one) => one !== day)),
                })}
              />
            </li>
          ))}
        </Stack>
      )}
      {!readOnly && (
        <Stack direction="row" sx={{ gap: 2, alignItems: 'flex-start' }}>
          <TextField
            label={t('reminders.add')}
            value={typed}
            onChange={({ target }) => {
              setTyped(target.value.replaceAll(/\D/g, '').slice(0, 3))
              setProblem(undefined)
            }}
            onKeyDown={(event) => {
              if (event.key !== 'Enter') return
              event.preventDefault()
              add()
            }}
            inputRef={field.ref}
            onBlur={field.onBlur}
            error={problem !== undefined}
            helperText={fieldText(problem) ?? t('reminders.hint')}
            slotProps={{
              htmlInput: { inputMode: 'numeric', autoComplete: 'off' },
              input: {
                endAdornment: <InputAdornment position="end">{t('days.unit')}</InputAdornment>,
              },
            }}
            sx={{ width: 320 }}
          />
          <Button variant="outlined" onClick={add} disabled={typed === ''} sx={{ mt: 0.25 }}>
            {t('reminders.addButton')}
          </Button>
        </Stack>
      )}
    </Stack>
  )
}
