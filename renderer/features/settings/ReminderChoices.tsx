import Box from '@mui/material/Box'
import FormControlLabel from '@mui/material/FormControlLabel'
import FormHelperText from '@mui/material/FormHelperText'
import Stack from '@mui/material/Stack'
import Switch from '@mui/material/Switch'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { ReminderSettingsChange } from '../../../electron/contract/reminder'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'

/** Each is kept as it is chosen, for this computer. */
export function ReminderChoices() {
  const { t } = useTranslation('reminders')
  const notify = useNotify()
  const { data: settings, error, refetch } = useAnswer('reminders.settings', undefined)
  const set = useCommand('reminders.setSettings')
  const failure = failureIn(error)
  const change = (changed: ReminderSettingsChange) =>
    set.mutate(changed, {
      onSuccess: () => notify.success(t('settings.saved')),
      onError: (refused) => notify.failure(failureIn(refused) ?? { code: 'internal' }),
    })
  const until = settings?.quietUntil ?? null
  return (
    <Box component="section" aria-labelledby="settings-reminders">
      <Typography variant="h2" id="settings-reminders">
        {t('settings.title')}
      </Typography>
      <Typography variant="body2" color="textSecondary" gutterBottom>
        {t('settings.scope')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={refetch} />}
      {settings && (
        <Stack sx={{ gap: 1 }}>
          <Choice
            label={t('settings.notifications')}
            hint={t('settings.notificationsHint')}
            checked={settings.notifications}
            onChange={(notifications) => change({ notifications })}
          />
          <Choice
            label={t('settings.quiet')}
            hint={until === null ? t('settings.quietHint') : t('settings.quietUntil', { until })}
            checked={until !== null}
            disabled={!settings.notifications}
            onChange={(quietUntilTomorrow) => change({ quietUntilTomorrow })}
          />
          <Choice
            label={t('settings.tray')}
            hint={t('settings.trayHint')}
            checked={settings.stayInTray}
            onChange={(stayInTray) => change({ stayInTray })}
          />
        </Stack>
      )}
    </Box>
  )
}

type ChoiceProps = {
  label: string
  hint: string
  checked: boolean
  disabled?: boolean
  onChange: (isOn: boolean) => void
}

function Choice({ label, hint, checked, disabled = false, onChange }: ChoiceProps) {
  const hintId = useId()
  return (
    <Box>
      <FormControlLabel
        label={label}
        disabled={disabled}
        control={
          <Switch
            checked={checked}
            onChange={(_event, isOn) => onChange(isOn)}
            slotProps={{ input: { 'aria-describedby': hintId } }}
          />
        }
      />
      <FormHelperText id={hintId} sx={{ mt: 0, ml: '46px' }}>
        {hint}
      </FormHelperText>
    </Box>
  )
}
