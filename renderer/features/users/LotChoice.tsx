import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import { useTranslation } from 'react-i18next'
import type { UserId } from '../../../electron/contract/id'
import { CalendarField } from '../../ui/CalendarField'
import { useFieldText } from '../../ui/field-text'
import { useNow } from '../../ui/useNow'
import { UserPicker } from '../../ui/UserPicker'
import { isTransfer, lots, untilProblem, type Choice, type Lot } from './offboarding-choices'

type Props = {
  label: string
  value: Choice
  onChange(choice: Choice): void
  /** Who leaves, and is nobody to transfer to. */
  leaving: UserId
  /** Side by side, where there is room. */
  inRow?: boolean
}

/** What becomes of a token, or of all of them: whom it goes to, and until when, only where asked. */
export function LotChoice({ label, value, onChange, leaving, inRow = false }: Props) {
  const { t } = useTranslation('users')
  const fieldText = useFieldText()
  const problem = untilProblem(value, useNow())
  const width = inRow ? 250 : '100%'
  return (
    <Stack
      direction={inRow ? 'row' : 'column'}
      sx={{ gap: 1.5, alignItems: inRow ? 'flex-start' : 'stretch', flexWrap: 'wrap' }}
    >
      <TextField
        select
        size="small"
        {...(inRow && { label })}
        slotProps={{ select: { SelectDisplayProps: { 'aria-label': label } } }}
        value={value.lot}
        onChange={(event) => onChange({ ...value, lot: event.target.value as Lot })}
        sx={{ width }}
      >
        {lots.map((lot) => (
          <MenuItem key={lot} value={lot}>
            {t(`offboard.lot.${lot}`)}
          </MenuItem>
        ))}
      </TextField>
      {isTransfer(value) && (
        <Stack sx={{ width }}>
          <UserPicker
            isPlain
            value={value.to}
            onChange={(to) => onChange({ ...value, to })}
            label={t('offboard.to')}
            hint={undefined}
            noneText={t('offboard.noTarget')}
            kind="service_account"
            status="active"
            without={leaving}
          />
        </Stack>
      )}
      {value.lot === 'transfer_until' && (
        <CalendarField
          kind="day"
          label={t('offboard.until')}
          size="small"
          value={value.until}
          onChange={(until) => onChange({ ...value, until: until.trim() })}
          error={value.until.length >= 10 && problem !== null}
          helperText={value.until.length >= 10 && problem !== null ? fieldText(problem) : undefined}
          {...(inRow ? { width: 190 } : { fullWidth: true })}
        />
      )}
    </Stack>
  )
}
