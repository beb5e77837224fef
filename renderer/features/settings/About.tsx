import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { failureIn, useAnswer } from '../../keyward'
import { Fact, Facts } from '../../ui/Facts'
import { FailureNotice } from '../../ui/FailureNotice'
import { useSettingsSection } from './use-settings-section'

/** What support asks for first. */
export function About() {
  const { t } = useTranslation('settings')
  const { data: about, error, refetch } = useAnswer('settings.about', undefined)
  const section = useSettingsSection('about')
  const failure = failureIn(error)
  const facts = about && [
    { term: t('about.version'), value: about.version },
    { term: 'Electron', value: about.electron },
    { term: 'Chromium', value: about.chromium },
    { term: 'Node', value: about.node },
    { term: t('about.keysKeptIn'), value: t(`about.keyPlace.${about.keysKeptIn}`) },
  ]
  return (
    <Box component="section" {...section}>
      <Typography variant="h2" id="settings-about" gutterBottom>
        {t('about.title')}
      </Typography>
      {failure && <FailureNotice failure={failure} onRetry={refetch} />}
      <Facts>
        {facts?.map(({ term, value }) => (
          <Fact key={term} name={term}>
            {value}
          </Fact>
        ))}
      </Facts>
    </Box>
  )
}
