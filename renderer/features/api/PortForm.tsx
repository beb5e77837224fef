import { zodResolver } from '@hookform/resolvers/zod'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { contract } from '../../../electron/contract/index'
import type { GatewayState } from '../../../electron/contract/gateway'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useFieldText } from '../../ui/field-text'
import { useNotify } from '../../ui/notify'

const NewPort = contract['gateway.setPort'].input

/** A running gateway moves at once, so that is asked first: callers must learn the new address. */
export function PortForm({ gateway }: { gateway: GatewayState }) {
  const { t } = useTranslation('api')
  const headingId = useId()
  const fieldText = useFieldText()
  const notify = useNotify()
  const setPort = useCommand('gateway.setPort')
  const [confirming, setConfirming] = useState<number | null>(null)
  const form = useForm<{ port: number }>({
    resolver: zodResolver(NewPort),
    values: { port: gateway.port },
    resetOptions: { keepDirtyValues: true },
  })
  const { errors, isDirty } = form.formState

  const change = (port: number) =>
    setPort.mutate(
      { port },
      {
        onSuccess: (now) => {
          form.reset({ port: now.port })
          if (now.port !== port) notify.info(t('port.kept', { port, kept: now.port }))
          else if (!now.failure) notify.success(t('port.changed', { port }))
        },
        onError: (error) => {
          const failure = failureIn(error)
          if (failure?.field === 'port') {
            form.setError('port', { message: failure.code }, { shouldFocus: true })
          }
        },
        onSettled: () => setConfirming(null),
      },
    )
  const submit = form.handleSubmit(({ port }) => {
    setPort.reset()
    if (gateway.state === 'running' || gateway.state === 'starting') setConfirming(port)
    else change(port)
  })

  const failure = failureIn(setPort.error)
  return (
    <Box component="section" aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2" sx={{ mb: 1.5 }}>
        {t('port.title')}
      </Typography>
      <form onSubmit={submit} noValidate>
        <Stack direction="row" spacing={2} sx={{ alignItems: 'flex-start' }}>
          <TextField
            {...form.register('port', { setValueAs: portTyped })}
            label={t('port.label')}
            size="small"
            error={errors.port !== undefined}
            helperText={fieldText(errors.port?.message) ?? t('port.hint')}
            slotProps={{ htmlInput: { inputMode: 'numeric', maxLength: 5 } }}
            sx={{ width: 260 }}
          />
          <Button type="submit" variant="outlined" disabled={!isDirty} loading={setPort.isPending}>
            {t('port.change')}
          </Button>
        </Stack>
      </form>
      {failure && failure.field !== 'port' && <FailureNotice failure={failure} />}
      {confirming !== null && (
        <ConfirmDialog
          open
          title={t('port.confirmTitle', { port: confirming })}
          confirmLabel={t('port.change')}
          busy={setPort.isPending}
          onConfirm={() => change(confirming)}
          onClose={() => setConfirming(null)}
        >
          <Typography>{t('port.confirmText', { from: gateway.port, port: confirming })}</Typography>
        </ConfirmDialog>
      )}
    </Box>
  )
}

/** 0 for whatever is no number, which the contract refuses with the right words. */
const portTyped = (typed: string | number) =>
  /^\d+$/.test(String(typed).trim()) ? Number(typed) : 0
