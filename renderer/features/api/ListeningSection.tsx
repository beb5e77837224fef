import { zodResolver } from '@hookform/resolvers/zod'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Checkbox from '@mui/material/Checkbox'
import FormControlLabel from '@mui/material/FormControlLabel'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useForm, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { GatewayState } from '../../../electron/contract/gateway'
import { NewListening, type Listening } from '../../../electron/contract/listening'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useFieldText } from '../../ui/field-text'
import { useNotify } from '../../ui/notify'
import { AddressField } from './AddressField'
import { asForm, portTyped, reachOf } from './listening-form'
import { ReachField } from './ReachField'
import { TlsFields } from './TlsFields'

export function ListeningSection({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  const headingId = useId()
  const { data: listening, error, refetch } = useAnswer('gateway.listening', undefined)
  const failure = failureIn(error)
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2" sx={{ mb: 1.5 }}>
        {t('listening.title')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      {listening && <Form gateway={gateway} listening={listening} />}
    </Box>
  )
}

/** A running gateway moves at once, so that is asked first: callers must learn the new address. */
function Form({ gateway, listening }: { gateway: GatewayState; listening: Listening }) {
  const { t } = useTranslation('api')
  const fieldText = useFieldText()
  const notify = useNotify()
  const set = useCommand('gateway.setListening')
  const [confirming, setConfirming] = useState<NewListening | null>(null)
  const form = useForm<NewListening>({
    resolver: zodResolver(NewListening),
    values: asForm(listening),
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, isDirty } = form.formState
  const [address, tls] = useWatch({ control: form.control, name: ['address', 'tls'] })
  const reach = reachOf(address)

  const setTls = (on: boolean) => {
    const kept = asForm(listening).tls
    const next = on ? (kept ?? { certificateFile: '', keyFile: '' }) : null
    form.setValue('tls', next, { shouldDirty: true })
  }
  const setReach = (next: typeof reach) => {
    const first = next === 'this_computer' ? '127.0.0.1' : '0.0.0.0'
    form.setValue('address', reachOf(listening.address) === next ? listening.address : first, {
      shouldDirty: true,
    })
    form.clearErrors('address')
    if (next === 'other_computers' && tls === null) setTls(true)
    if (next === 'this_computer' && listening.tls === null) setTls(false)
  }

  const change = (asked: NewListening) =>
    set.mutate(asked, {
      onSuccess: (now) => {
        form.reset(asked)
        const { baseUrl } = now
        if (now.state === 'running') notify.success(t('listening.changed', { baseUrl }))
        else if (!now.failure) notify.success(t('listening.kept', { baseUrl }))
      },
      onError: (error) => {
        const place = placeOf(failureIn(error)?.field)
        const message = failureIn(error)?.code ?? ''
        if (place) form.setError(place, { message }, { shouldFocus: true })
      },
      onSettled: () => setConfirming(null),
    })
  const submit = form.handleSubmit((asked) => {
    set.reset()
    if (gateway.state === 'running' || gateway.state === 'starting') setConfirming(asked)
    else change(asked)
  })

  const failure = failureIn(set.error)
  return (
    <>
      <form onSubmit={submit} noValidate>
        <Stack spacing={2.5} sx={{ alignItems: 'flex-start' }}>
          <ReachField reach={reach} onChange={setReach} />
          <Stack direction="row" sx={{ gap: 2, flexWrap: 'wrap', alignItems: 'flex-start' }}>
            <AddressField form={form} ownAddresses={listening.ownAddresses} />
            <TextField
              {...form.register('port', { setValueAs: portTyped })}
              label={t('listening.port')}
              size="small"
              error={errors.port !== undefined}
              helperText={fieldText(errors.port?.message) ?? t('listening.portHint')}
              slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
              sx={{ width: 240 }}
            />
          </Stack>
          {reach === 'this_computer' && (
            <FormControlLabel
              label={t('listening.tls')}
              control={
                <Checkbox
                  size="small"
                  edge="start"
                  checked={tls !== null}
                  onChange={(_event, on) => setTls(on)}
                />
              }
            />
          )}
          {tls !== null && <TlsFields form={form} kept={listening.tls} />}
          {failure && !placeOf(failure.field) && <FailureNotice failure={failure} />}
          <Button type="submit" variant="outlined" disabled={!isDirty} loading={set.isPending}>
            {t('listening.change')}
          </Button>
        </Stack>
      </form>
      {confirming !== null && (
        <ConfirmDialog
          open
          title={t('listening.confirmTitle')}
          confirmLabel={t('listening.change')}
          busy={set.isPending}
          onConfirm={() => change(confirming)}
          onClose={() => setConfirming(null)}
        >
          <Typography>{t('listening.confirmMove', { from: gateway.baseUrl })}</Typography>
          {reachOf(confirming.address) === 'other_computers' &&
            gateway.reach === 'this_computer' && (
              <Typography>{t('listening.confirmOpen')}</Typography>
            )}
        </ConfirmDialog>
      )}
    </>
  )
}

/** Where in this form the input stands that main blames. */
function placeOf(field: string | undefined) {
  if (field === 'address' || field === 'port') return field
  if (field === 'certificateFile' || field === 'keyFile') return `tls.${field}` as const
  return null
}
