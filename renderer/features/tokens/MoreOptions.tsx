import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useController } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { TokenTerms } from '../../../electron/contract/token'
import { CalendarField } from '../../ui/CalendarField'
import { useFieldText } from '../../ui/field-text'
import { localZone } from '../../ui/moments'
import { NetworksField } from './NetworksField'
import { ConsumerFields } from './ConsumerFields'
import type { TokenForm, TokenSettingsInput } from './token-form'

type Props = { form: TokenForm; terms: TokenTerms }

/** What most tokens do without; open where there is something in it. */
export function MoreOptions({ form, terms }: Props) {
  const { t } = useTranslation('tokens')
  const fieldText = useFieldText()
  const { control, formState } = form
  const start = useController({ control, name: 'start' })
  const rate = useController({ control, name: 'callsPerMinute' })
  const startError = formState.errors.start
  const [isOpenAtFirst] = useState(() => isFilledIn(form.getValues()))
  return (
    <Accordion disableGutters variant="outlined" defaultExpanded={isOpenAtFirst}>
      <AccordionSummary expandIcon={<ExpandMoreRounded />}>
        <Typography component="span">{t('create.more')}</Typography>
      </AccordionSummary>
      <AccordionDetails>
        <Stack spacing={2}>
          <ConsumerFields form={form} />
          <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
            <CalendarField
              kind="day"
              label={t('create.start')}
              value={start.field.value?.date ?? ''}
              onChange={(typed) =>
                start.field.onChange(
                  typed.trim() === '' ? null : { date: typed.trim(), zone: localZone() },
                )
              }
              onBlur={start.field.onBlur}
              inputRef={start.field.ref}
              error={startError !== undefined}
              helperText={
                fieldText(startError?.message ?? startError?.date?.message) ??
                t('create.startHint', { zone: localZone() })
              }
            />
            <TextField
              label={t('create.rate')}
              value={rate.field.value ?? ''}
              onChange={({ target }) => {
                const digits = target.value.replaceAll(/\D/g, '').slice(0, 7)
                rate.field.onChange(digits === '' ? null : Number(digits))
              }}
              onBlur={rate.field.onBlur}
              inputRef={rate.field.ref}
              error={rate.fieldState.error !== undefined}
              helperText={
                fieldText(rate.fieldState.error?.message) ??
                t('create.rateHint', { count: terms.callsPerMinute })
              }
              slotProps={{ htmlInput: { inputMode: 'numeric' } }}
              sx={{ flex: 1 }}
            />
          </Stack>
          <NetworksField form={form} />
        </Stack>
      </AccordionDetails>
    </Accordion>
  )
}

const isFilledIn = (values: TokenSettingsInput) =>
  [values.system, values.contact, values.keptIn].some(Boolean) ||
  Boolean(values.start) ||
  Boolean(values.callsPerMinute) ||
  (values.networks ?? []).length > 0
