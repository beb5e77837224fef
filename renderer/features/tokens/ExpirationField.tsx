import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useController, type FieldError } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import {
  expiryMoment,
  expiryPresetDays,
  type ExpiryChoice,
} from '../../../electron/contract/expiry'
import type { Token, TokenTerms } from '../../../electron/contract/token'
import { useFieldText } from '../../ui/field-text'
import { localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { CustomDateField } from './CustomDateField'
import { dayProblem, latestEnd, longDayWords } from './ends-on'
import { EndsOn } from './EndsOn'
import type { TokenForm, TokenSettings } from './token-form'

type ExpirationFieldProps = { form: TokenForm; terms: TokenTerms; token?: Token }

/**
 * For a new token nothing is chosen at first, and one that is changed keeps what it has; what is
 * chosen is written out as a moment with its zone.
 */
export function ExpirationField({ form, terms, token }: ExpirationFieldProps) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { field, fieldState } = useController({ control: form.control, name: 'expiry' })
  const zone = localZone()
  const now = useNow()

  const choice = field.value as TokenSettings['expiry'] | undefined
  const { longestLifetimeDays } = terms
  // The policy counts from the creation, the choices from now.
  const createdAt = token?.createdAt ?? now
  const latest = latestEnd(longestLifetimeDays, zone, createdAt)
  const isBeyond = (days: number) =>
    latest !== null && (expiryMoment({ kind: 'days', days, zone }, now) ?? now) > latest

  const error: (FieldError & { date?: FieldError }) | undefined = fieldState.error
  const refused = error?.type === 'refused' ? error.message : undefined
  const typed = choice?.kind === 'date' ? choice.date : ''
  // A whole date is judged while it is typed; half of one only when Confirm is pressed.
  const problem =
    typed.length >= 10 ? dayProblem(typed, { zone, now, createdAt, longestLifetimeDays }) : null
  const dateError = refused ?? error?.date?.message ?? problem ?? undefined

  const choose = (value: string) => {
    if (value === 'never' || value === 'keep') return field.onChange({ kind: value })
    if (value === 'date') return field.onChange({ kind: 'date', date: '', zone })
    field.onChange({ kind: 'days', days: Number(value), zone })
  }
  const label = (days: number) => {
    const words = isPreset(days) ? t(`create.preset.${days}`) : t('create.days', { count: days })
    return isBeyond(days) ? t('create.beyondPolicy', { choice: words }) : words
  }
  const selectError =
    choice === undefined
      ? error && t('create.chooseExpiration')
      : choice.kind === 'date'
        ? undefined
        : fieldText(refused)

  return (
    <Stack spacing={1}>
      <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
        <TextField
          select
          label={t('create.expiration')}
          value={valueOf(choice)}
          onChange={(event) => choose(event.target.value)}
          onBlur={field.onBlur}
          error={selectError !== undefined}
          helperText={
            selectError ??
            (latest !== null && longestLifetimeDays !== null
              ? t('create.policyLimit', {
                  count: longestLifetimeDays,
                  day: longDayWords(latest, zone),
                })
              : undefined)
          }
          inputRef={choice?.kind === 'date' ? undefined : field.ref}
          slotProps={{
            select: { displayEmpty: true },
            inputLabel: { shrink: true },
            htmlInput: { 'aria-required': true },
          }}
          sx={{ flex: 1 }}
        >
          {token ? (
            <MenuItem value="keep">{t('edit.keepExpiry')}</MenuItem>
          ) : (
            <MenuItem value="" disabled>
              {t('create.choose')}
            </MenuItem>
          )}
          {daysOffered(choice, terms).map((days) => (
            <MenuItem key={days} value={String(days)} disabled={isBeyond(days)}>
              {label(days)}
            </MenuItem>
          ))}
          <MenuItem value="date">{t('create.customDate')}</MenuItem>
          {terms.neverAllowed && <MenuItem value="never">{t('create.never')}</MenuItem>}
        </TextField>
        {choice?.kind === 'date' && (
          <CustomDateField
            value={choice.date}
            onChange={(date) => field.onChange({ kind: 'date', date, zone })}
            onBlur={field.onBlur}
            inputRef={field.ref}
            error={fieldText(dateError)}
            earliest={now}
            latest={latest}
            zone={zone}
          />
        )}
      </Stack>
      {dateError === undefined && (
        <EndsOn choice={choice} now={now} terms={terms} {...(token && { token })} />
      )}
    </Stack>
  )
}

const isPreset = (days: number): days is (typeof expiryPresetDays)[number] =>
  expiryPresetDays.some((one) => one === days)

/** The usual ones, what the policy proposes, and as long as the original of a clone lives. */
function daysOffered(
  choice: TokenSettings['expiry'] | undefined,
  { defaultLifetimeDays }: TokenTerms,
): number[] {
  const others = [defaultLifetimeDays, choice?.kind === 'days' ? choice.days : null]
  const days = new Set([...expiryPresetDays, ...others].filter((one) => one !== null))
  return [...days].toSorted((a, b) => a - b)
}

const valueOf = (choice: ExpiryChoice | { kind: 'keep' } | undefined) =>
  choice === undefined ? '' : choice.kind === 'days' ? String(choice.days) : choice.kind
