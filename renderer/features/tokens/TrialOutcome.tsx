import ExpandMoreRounded from '@mui/icons-material/ExpandMoreRounded'
import Accordion from '@mui/material/Accordion'
import AccordionDetails from '@mui/material/AccordionDetails'
import AccordionSummary from '@mui/material/AccordionSummary'
import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Trial } from '../../../electron/contract/explain'

/** What a call came to, in words first; what went over the wire below. */
export function TrialOutcome({ trial }: { trial: Trial }) {
  const { t } = useTranslation('tokens')
  const outcome = outcomeOf(trial.status)
  return (
    <Box role="region" aria-label={t('try.outcome')} sx={{ width: '100%' }}>
      <Alert severity={outcome === 'works' ? 'success' : 'error'} sx={{ mb: 1 }}>
        <strong>
          {t('try.status', { status: trial.status, milliseconds: Math.ceil(trial.milliseconds) })}
        </strong>
        <br />
        {t(`try.means.${outcome}`)}
      </Alert>
      <Printed label={t('try.request')} text={trial.request} />
      <Printed label={t('try.answer')} text={pretty(trial.body)} />
      <Accordion disableGutters variant="outlined" sx={{ mt: 1 }}>
        <AccordionSummary expandIcon={<ExpandMoreRounded />}>
          <Typography component="span" variant="body2">
            {t('try.headers')}
          </Typography>
        </AccordionSummary>
        <AccordionDetails sx={{ p: 0 }}>
          <Box component="pre" tabIndex={0} sx={printed}>
            {trial.headers}
          </Box>
        </AccordionDetails>
      </Accordion>
    </Box>
  )
}

function Printed({ label, text }: { label: string; text: string }) {
  return (
    <>
      <Typography variant="caption" component="div" sx={{ mt: 1 }}>
        {label}
      </Typography>
      <Box component="pre" tabIndex={0} role="region" aria-label={label} sx={printed}>
        {text}
      </Box>
    </>
  )
}

const printed = {
  m: 0,
  p: 1,
  fontSize: 12,
  maxHeight: 180,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
  bgcolor: 'action.hover',
  borderRadius: 1,
}

/** In the order in which a reader would look for the cause. */
function outcomeOf(status: number) {
  if (status < 300) return 'works'
  if (status === 401) return 'refused'
  if (status === 403) return 'not_permitted'
  if (status === 429) return 'too_often'
  return 'failed'
}

function pretty(body: string): string {
  try {
    return JSON.stringify(JSON.parse(body), null, 2)
  } catch {
    return body
  }
}
