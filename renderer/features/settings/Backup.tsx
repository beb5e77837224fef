import ArchiveOutlined from '@mui/icons-material/ArchiveOutlined'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { backupReminderChoices } from '../../../electron/contract/backup'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { CopyableText } from '../../ui/CopyableText'
import { Fact, Facts } from '../../ui/Facts'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { useMay } from '../../ui/useMay'
import { When } from '../../ui/When'
import { useSettingsSection } from './use-settings-section'

/** How a backup is made, and when the last one was: Keyward is told, it cannot see the copies. */
export function Backup() {
  const { t } = useTranslation('settings')
  const may = useMay()
  const notify = useNotify()
  const section = useSettingsSection('backup')
  const { data: about } = useAnswer('settings.about', undefined)
  const { data: backup, error, refetch } = useAnswer('backup.get', undefined)
  const note = useCommand('backup.note')
  const setReminder = useCommand('backup.setReminder')
  const failure = failureIn(error)
  const told = (words: string) => ({
    onSuccess: () => notify.success(words),
    onError: (refused: unknown) => notify.failure(failureIn(refused) ?? { code: 'internal' }),
  })

  return (
    <Box component="section" {...section}>
      <Typography variant="h2" id="settings-backup" gutterBottom>
        {t('backup.title')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
      <Typography gutterBottom>{t('backup.how')}</Typography>
      {about && (
        <Typography color="textSecondary" sx={{ mb: 1.5 }}>
          {about.keysKeptIn === 'file'
            ? t('backup.keysInFile')
            : t('backup.keysWrapped', { keychain: t(`about.keyPlace.${about.keysKeptIn}`) })}
        </Typography>
      )}
      <Facts>
        {about && (
          <Fact name={t('about.profileFolder')}>
            <CopyableText text={about.profileFolder} copyLabel={t('backup.copyFolder')} />
          </Fact>
        )}
        {backup && (
          <Fact name={t('backup.last')}>
            <When at={backup.lastAt} />
          </Fact>
        )}
      </Facts>
      {backup && (
        <Stack direction="row" sx={{ gap: 2, mt: 2, alignItems: 'center', flexWrap: 'wrap' }}>
          {may('backup.note') && (
            <Button
              variant="outlined"
              startIcon={<ArchiveOutlined />}
              loading={note.isPending}
              onClick={() => note.mutate(undefined, told(t('backup.noted')))}
            >
              {t('backup.note')}
            </Button>
          )}
          <TextField
            select
            label={t('backup.remindAfter')}
            value={backup.remindAfterDays ?? never}
            disabled={!may('backup.setReminder') || setReminder.isPending}
            onChange={({ target }) =>
              setReminder.mutate({ remindAfterDays: daysIn(target.value) }, told(t('saved')))
            }
            sx={{ minWidth: 180 }}
          >
            {backupReminderChoices.map((days) => (
              <MenuItem key={days} value={days}>
                {t('backup.days', { days })}
              </MenuItem>
            ))}
            <MenuItem value={never}>{t('backup.never')}</MenuItem>
          </TextField>
        </Stack>
      )}
    </Box>
  )
}

const never = 'never'

const daysIn = (value: unknown) =>
  backupReminderChoices.find((days) => days === Number(value)) ?? null
