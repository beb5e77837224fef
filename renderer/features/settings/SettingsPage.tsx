import Alert from '@mui/material/Alert'
import Stack from '@mui/material/Stack'
import { useTranslation } from 'react-i18next'
import type { Settings } from '../../../electron/contract/settings'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { PageHeader } from '../../ui/PageHeader'
import { useMay } from '../../ui/useMay'
import { About } from './About'
import { AppearanceChoice } from './AppearanceChoice'
import { Backup } from './Backup'
import { ClipboardChoice } from './ClipboardChoice'
import { ReminderChoices } from './ReminderChoices'

/** Each choice is saved as it is made. */
export function SettingsPage() {
  const { t } = useTranslation('settings')
  const may = useMay()
  const notify = useNotify()
  const { data: settings, error, refetch } = useAnswer('settings.get', undefined)
  const set = useCommand('settings.set')
  const failure = failureIn(error)
  const isFixed = !may('settings.set') || set.isPending

  const save = (change: Partial<Settings>) => {
    if (!settings) return
    set.mutate(
      { ...settings, ...change },
      {
        onSuccess: () => notify.success(t('saved')),
        onError: (refused) => notify.failure(failureIn(refused) ?? { code: 'internal' }),
      },
    )
  }

  return (
    <>
      <PageHeader title={t('title')} />
      <Stack sx={{ gap: 4, maxWidth: 640 }}>
        {failure && <FailureNotice failure={failure} onRetry={refetch} />}
        {!may('settings.set') && <Alert severity="info">{t('readOnly')}</Alert>}
        {settings && (
          <>
            <AppearanceChoice
              value={settings.theme}
              disabled={isFixed}
              onChange={(theme) => save({ theme })}
            />
            <ClipboardChoice
              value={settings.clipboardSeconds}
              disabled={isFixed}
              onChange={(clipboardSeconds) => save({ clipboardSeconds })}
            />
          </>
        )}
        <ReminderChoices />
        <Backup />
        <About />
      </Stack>
    </>
  )
}
