import { zodResolver } from '@hookform/resolvers/zod'
import Stack from '@mui/material/Stack'
import { useEffect } from 'react'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { RouteSetChange, type RouteSet } from '../../../electron/contract/route-set'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { formOf, isFieldPath, type RouteSetForm } from './route-set-form'
import { RouteSetFacts } from './RouteSetFacts'
import { RouteTest } from './RouteTest'
import { RulesEditor } from './RulesEditor'
import { SaveBar } from './SaveBar'
import { UnsavedQuestion } from './UnsavedQuestion'

type Props = { routeSet: RouteSet; readOnly: boolean }

/** What somebody else saves meanwhile is taken over only where nothing was typed. */
export function RouteSetEditor({ routeSet, readOnly }: Props) {
  const { t } = useTranslation('routeSets')
  const notify = useNotify()
  const change = useCommand('routeSets.change')
  const form = useForm<RouteSetForm, unknown, RouteSetChange>({
    resolver: zodResolver(RouteSetChange),
    defaultValues: formOf(routeSet),
  })
  const { isDirty } = form.formState
  const { reset } = form
  useEffect(() => {
    if (!isDirty) reset(formOf(routeSet))
  }, [routeSet, isDirty, reset])

  const submit = form.handleSubmit((asked) =>
    change.mutate(asked, {
      onSuccess: ({ value, enforced }) => {
        reset(formOf(value))
        notify.success(t(`form.saved.${enforced}`))
      },
      onError: (error) => {
        const failure = failureIn(error)
        if (failure?.field && isFieldPath(failure.field))
          form.setError(failure.field, { message: failure.code }, { shouldFocus: true })
      },
    }),
  )
  const undo = () => {
    change.reset()
    reset(formOf(routeSet))
  }
  const failure = failureIn(change.error)
  const isShownAtField = failure?.field !== undefined && isFieldPath(failure.field)
  return (
    <FormProvider {...form}>
      <form onSubmit={submit} noValidate>
        <Stack spacing={3} sx={{ maxWidth: 1180 }}>
          <RouteSetFacts readOnly={readOnly} />
          <RulesEditor readOnly={readOnly} />
          {failure && !isShownAtField && <FailureNotice failure={failure} />}
          {!readOnly && <SaveBar isDirty={isDirty} busy={change.isPending} onUndo={undo} />}
        </Stack>
      </form>
      <RouteTest />
      <UnsavedQuestion isUnsaved={isDirty} />
    </FormProvider>
  )
}
