import Checkbox from '@mui/material/Checkbox'
import FormControl from '@mui/material/FormControl'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import FormLabel from '@mui/material/FormLabel'
import Radio from '@mui/material/Radio'
import RadioGroup from '@mui/material/RadioGroup'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId, useState, type SubmitEvent } from 'react'
import { useTranslation } from 'react-i18next'
import type { Entity } from '../../../electron/contract/entity'
import type { Asked } from '../../../electron/contract/index'
import { TransferFormat } from '../../../electron/contract/transfer'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { FormDialog } from '../../ui/FormDialog'

type Props = {
  entity: Entity
  asked: Omit<Asked<'records.export'>, 'format' | 'withSensitive'>
  total: number
  onClose: () => void
}

/** What is filtered and sorted now, into a file; how far it is shows on the Records tab. */
export function ExportDialog({ entity, asked, total, onClose }: Props) {
  const { t } = useTranslation('transfers')
  const labelId = useId()
  const [format, setFormat] = useState<TransferFormat>('csv')
  const [withSensitive, setWithSensitive] = useState(false)
  const write = useCommand('records.export')
  const failure = failureIn(write.error)
  const sensitive = entity.fields.filter((field) => field.sensitive).map((field) => field.title)

  const submit = (event: SubmitEvent) => {
    event.preventDefault()
    write.mutate(
      { ...asked, format, withSensitive },
      // Cancelled in the system's dialog, the choice here is still to be made.
      { onSuccess: (begun) => (begun ? onClose() : undefined) },
    )
  }

  return (
    <FormDialog
      title={t('export.title', { title: entity.title })}
      confirmLabel={t('export.confirm')}
      busy={write.isPending}
      onSubmit={submit}
      onClose={onClose}
    >
      <Stack spacing={2.5}>
        <Typography>
          {t(asked.search || asked.where?.length ? 'export.found' : 'export.all', {
            count: total,
          })}
        </Typography>
        <FormControl>
          <FormLabel id={labelId}>{t('export.format')}</FormLabel>
          <RadioGroup
            aria-labelledby={labelId}
            value={format}
            onChange={(event) => setFormat(TransferFormat.parse(event.target.value))}
          >
            {TransferFormat.options.map((one) => (
              <Stack key={one} sx={{ mt: 0.5 }}>
                <FormControlLabel value={one} control={<Radio />} label={t(`format.${one}`)} />
                <FormHelperText sx={{ ml: 4, mt: -0.5 }}>{t(`export.hint.${one}`)}</FormHelperText>
              </Stack>
            ))}
          </RadioGroup>
        </FormControl>
        {sensitive.length > 0 && (
          <Stack>
            <FormControlLabel
              label={t('export.withSensitive')}
              control={
                <Checkbox
                  checked={withSensitive}
                  onChange={(event) => setWithSensitive(event.target.checked)}
                />
              }
            />
            <FormHelperText sx={{ ml: 4, mt: -0.5 }}>
              {t('export.sensitiveHint', { fields: sensitive.join(', ') })}
            </FormHelperText>
          </Stack>
        )}
        {failure && <FailureNotice failure={failure} />}
      </Stack>
    </FormDialog>
  )
}
