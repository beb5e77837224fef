import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useController, type FieldError } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { ExpiryChoice, expiryMoment, expiryPresetDays } from '../../../electron/contract/expiry'
import type { TokenTerms } from '../../../electron/contract/token'
import { useFieldText } from '../../ui/field-text'
import { localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'
import { CustomDateField } from './CustomDateField'
import { dayProblem, latestEnd, longDayWords, momentWords } from './ends-on'
import type { NewTokenForm } from './new-token-form'

type ExpirationFieldProps = { form: NewTokenForm; terms: TokenTerms }

/** Nothing is chosen at first; what is chosen is written out as a moment with its zone. */
export function ExpirationField({ form, terms }: ExpirationFieldProps) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { field, fieldState } = useController({ control: form.control, name: 'expiry' })
  const zone = localZone()
  const now = useNow()

  const choice = field.value as ExpiryChoice | undefined
  const { longestLifetimeDays } = terms
  const latest = latestEnd(longestLifetimeDays, zone, now)
  const isBeyond = (days: number) => longestLifetimeDays !== null && days > longestLifetimeDays

  const error: (FieldError & { date?: FieldError }) | undefined = fieldState.error
  const refused = error?.type === 'refused' ? error.message : undefined
  const typed = choice?.kind === 'date' ? choice.date : ''
  // A whole date is judged while it is typed; half of one only when Confirm is pressed.
  const problem = typed.length >= 10 ? dayProblem(typed, { zone, now, longestLifetimeDays }) : null
  const dateError = refused ?? error?.date?.message ?? problem ?? undefined

  const choose = (value: string) => {
    if (value === 'never') return field.onChange({ kind: 'never' })
    if (value === 'date') return field.onChange({ kind: 'date', date: '', zone })
    field.onChange({ kind: 'days', days: Number(value), zone })
  }
  const label = (days: number) => {
    const words = isPreset(days)
      ? t(`create.preset.${days}`)
      : t('create.presetDays', { count: days })
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
          <MenuItem value="" disabled>
            {t('create.choose')}
          </MenuItem>
          {daysOffered(terms).map((days) => (
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
      {dateError === undefined && <EndsOn choice={choice} now={now} />}
    </Stack>
  )
}

function EndsOn({ choice, now }: { choice: ExpiryChoice | undefined; now: number }) {
  const { t } = useTranslation('tokens')
  const whole = ExpiryChoice.safeParse(choice)
  if (!whole.success) return null
  const at = expiryMoment(whole.data, now)
  return (
    <Typography variant="body2" color="textSecondary" role="status">
      {at === null || whole.data.kind === 'never'
        ? t('create.endsNever')
        : t('create.endsOn', { moment: momentWords(at, whole.data.zone), zone: whole.data.zone })}
    </Typography>
  )
}

const isPreset = (days: number): days is (typeof expiryPresetDays)[number] =>
  (expiryPresetDays as readonly number[]).includes(days)

/** The usual ones, and the one that the policy proposes. */
const daysOffered = ({ defaultLifetimeDays }: TokenTerms): number[] =>
  [
    ...new Set([
      ...expiryPresetDays,
      ...(defaultLifetimeDays === null ? [] : [defaultLifetimeDays]),
    ]),
  ].toSorted((a, b) => a - b)

const valueOf = (choice: ExpiryChoice | undefined) =>
  choice === undefined ? '' : choice.kind === 'days' ? String(choice.days) : choice.kind
