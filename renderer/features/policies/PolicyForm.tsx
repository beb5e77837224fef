import { zodResolver } from '@hookform/resolvers/zod'
import Button from '@mui/material/Button'
import Stack from '@mui/material/Stack'
import { FormProvider, useForm } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import type * as z from 'zod'
import { ProposedPolicy, type KeptPolicy, type Policy } from '../../../electron/contract/policy'
import { FailureNotice } from '../../ui/FailureNotice'
import { CallsPerMinute } from './CallsPerMinute'
import { DaysField } from './DaysField'
import { ImpactDialog } from './ImpactDialog'
import { NamePatterns } from './NamePatterns'
import { NeverAllowed } from './NeverAllowed'
import { PolicySection } from './PolicySection'
import { Reminders } from './Reminders'
import { UnusedRules } from './UnusedRules'
import { useSavePolicy } from './use-save-policy'

type Props = {
  policy: KeptPolicy
  readOnly: boolean
  /** The stored policy is another one by now. */
  onOutdated(): void
}

/** Unsaved changes are kept when the stored policy changes meanwhile; untouched fields follow it. */
export function PolicyForm({ policy, readOnly, onOutdated }: Props) {
  const { t } = useTranslation('policies')
  const form = useForm<z.input<typeof ProposedPolicy>, unknown, Policy>({
    resolver: zodResolver(ProposedPolicy),
    values: rulesOf(policy),
    resetOptions: { keepDirtyValues: true },
  })
  const saving = useSavePolicy(policy, {
    onSaved: (saved) => form.reset(rulesOf(saved)),
    onOutdated,
  })
  const { asked, failure } = saving
  return (
    <FormProvider {...form}>
      <form onSubmit={(event) => void form.handleSubmit(saving.ask)(event)} noValidate>
        <Stack sx={{ gap: 4, maxWidth: 680 }}>
          <PolicySection name="lifetime">
            <DaysField name="longestLifetimeDays" usualDays={366} readOnly={readOnly} />
            <DaysField name="defaultLifetimeDays" usualDays={90} readOnly={readOnly} />
            <NeverAllowed readOnly={readOnly} />
          </PolicySection>
          <PolicySection name="unused">
            <UnusedRules callsCountedFrom={policy.callsCountedFrom} readOnly={readOnly} />
          </PolicySection>
          <PolicySection name="names">
            <NamePatterns readOnly={readOnly} />
          </PolicySection>
          <PolicySection name="reminders">
            <Reminders readOnly={readOnly} />
          </PolicySection>
          <PolicySection name="calls">
            <CallsPerMinute readOnly={readOnly} />
          </PolicySection>
          {failure && !asked && <FailureNotice failure={failure} />}
          {!readOnly && (
            <Button
              type="submit"
              variant="contained"
              disabled={!form.formState.isDirty}
              loading={saving.isBusy}
              sx={{ alignSelf: 'flex-start' }}
            >
              {t('save')}
            </Button>
          )}
        </Stack>
      </form>
      {asked && (
        <ImpactDialog
          before={policy}
          after={asked.policy}
          found={asked.impact}
          busy={saving.isBusy}
          failure={failure}
          onConfirm={(confirmedStopping) => saving.save(asked.policy, confirmedStopping)}
          onClose={saving.close}
        />
      )}
    </FormProvider>
  )
}

const rulesOf = ({ version: _version, callsCountedFrom: _from, ...rules }: KeptPolicy): Policy =>
  rules
