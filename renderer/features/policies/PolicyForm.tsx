import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { useState } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type { Asked } from '../../../electron/contract/index'
import { Policy } from '../../../electron/contract/policy'
import { failureIn, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { CallsPerMinute } from './CallsPerMinute'
import { LongestLifetime } from './LongestLifetime'
import { NeverAllowed } from './NeverAllowed'
import { whatGetsStricter } from './stricter'
import { StricterWords } from './StricterWords'

type Props = { policy: Policy; readOnly: boolean }

/** Unsaved changes are kept when the stored policy changes meanwhile; untouched fields follow it. */
export function PolicyForm({ policy, readOnly }: Props) {
  const { t } = useTranslation('policies')
  const notify = useNotify()
  const set = useCommand('policy.set')
  const [confirming, setConfirming] = useState<Policy | null>(null)
  const form = useForm<Asked<'policy.set'>, unknown, Policy>({
    resolver: zodResolver(Policy),
    values: policy,
    resetOptions: { keepDirtyValues: true },
  })

  const save = (next: Policy) =>
    set.mutate(next, {
      onSuccess: ({ value, enforced }) => {
        form.reset(value)
        setConfirming(null)
        notify.success(t(`saved.${enforced}`))
      },
    })
  const submit = form.handleSubmit((next) => {
    set.reset()
    if (whatGetsStricter(policy, next).length > 0) setConfirming(next)
    else save(next)
  })

  const failure = failureIn(set.error)
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate>
        <Stack spacing={3} sx={{ maxWidth: 640, alignItems: 'flex-start' }}>
          <LongestLifetime readOnly={readOnly} />
          <NeverAllowed readOnly={readOnly} />
          <CallsPerMinute readOnly={readOnly} />
          {failure && !confirming && <FailureNotice failure={failure} />}
          {!readOnly && (
            <Button
              type="submit"
              variant="contained"
              disabled={!form.formState.isDirty}
              loading={set.isPending}
            >
              {t('save')}
            </Button>
          )}
        </Stack>
      </form>
      {confirming && (
        <ConfirmDialog
          open
          title={t('stricter.title')}
          confirmLabel={t('stricter.confirm')}
          busy={set.isPending}
          failure={failure}
          onConfirm={() => save(confirming)}
          onClose={() => setConfirming(null)}
        >
          <StricterWords before={policy} after={confirming} />
        </ConfirmDialog>
      )}
    </FormProvider>
  )
}
