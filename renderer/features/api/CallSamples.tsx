import Box from '@mui/material/Box'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'

/** Two calls to paste into a terminal; neither holds a secret. */
export function CallSamples({ baseUrl }: { baseUrl: string }) {
  const { t } = useTranslation('api')
  const headingId = useId()
  return (
    <Stack component="section" spacing={1} aria-labelledby={headingId}>
      <Typography id={headingId} variant="h2">
        {t('samples.title')}
      </Typography>
      <Sample what={t('samples.health')} text={`curl ${baseUrl}/healthz`} />
      <Sample
        what={t('samples.call')}
        text={`curl -H "Authorization: Bearer KEYWARD_TOKEN" \\\n  "${baseUrl}/v1/entities/ENTITY/records"`}
      />
      {baseUrl.startsWith('https:') && (
        <Typography variant="body2" color="textSecondary">
          {t('samples.private')}
        </Typography>
      )}
    </Stack>
  )
}

function Sample({ what, text }: { what: string; text: string }) {
  return (
    <Box>
      <Typography color="textSecondary" sx={{ mb: 0.5 }}>
        {what}
      </Typography>
      <Box
        component="pre"
        tabIndex={0}
        role="region"
        aria-label={what}
        sx={{
          m: 0,
          p: 1.5,
          borderRadius: 1,
          bgcolor: 'action.hover',
          overflowX: 'auto',
          userSelect: 'all',
        }}
      >
        <code>{text}</code>
      </Box>
    </Box>
  )
}
