import type { Ref } from 'react'
import { useTranslation } from 'react-i18next'
import { CalendarField } from '../../ui/CalendarField'
import { dayOf } from './ends-on'

type CustomDateFieldProps = {
  value: string
  onChange(date: string): void
  onBlur(): void
  inputRef: Ref<HTMLInputElement>
  error: string | undefined
  earliest: number
  latest: number | null
  zone: string
}

/** The day with whose end the token expires. */
export function CustomDateField(props: CustomDateFieldProps) {
  const { error, earliest, latest, zone, onChange, ...field } = props
  const { t } = useTranslation('tokens')
  return (
    <CalendarField
      {...field}
      kind="day"
      label={t('create.expiresOn')}
      onChange={(typed) => onChange(typed.trim())}
      error={error !== undefined}
      helperText={error ?? t('create.dateForm')}
      required
      min={dayOf(earliest, zone)}
      {...(latest !== null && { max: dayOf(latest, zone) })}
    />
  )
}
