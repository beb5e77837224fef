import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import MenuItem from '@mui/material/MenuItem'
import Stack from '@mui/material/Stack'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useId, useState } from 'react'
import { useFormContext, useWatch } from 'react-hook-form'
import { useTranslation } from 'react-i18next'
import { routeMethods, RouteRules } from '../../../electron/contract/route-set'
import { useAnswer } from '../../keyward'
import type { RouteSetForm } from './route-set-form'
import { useOutcomeText } from './use-outcome-text'

/** Which rule would decide, by the rules as they are typed; main matches, as the gateway does. */
export function RouteTest() {
  const { t } = useTranslation('routeSets')
  const headingId = useId()
  const outcomeText = useOutcomeText()
  const { control } = useFormContext<RouteSetForm>()
  const rules = RouteRules.safeParse(useWatch({ control, name: 'rules' }))
  const [asked, setAsked] = useState({ method: 'GET', host: '', path: '/' })
  const answer = useAnswer(
    'routeSets.match',
    { rules: rules.data ?? [], ...asked },
    { enabled: rules.success },
  )
  const set = (name: keyof typeof asked) => (event: { target: { value: string } }) =>
    setAsked({ ...asked, [name]: event.target.value })
  const outcome = rules.success ? answer.data : undefined
  const isLetThrough = outcome?.outcome === 'open' || outcome?.outcome === 'needs_token'
  return (
    <Box component="section" aria-labelledby={headingId} sx={{ mt: 4, maxWidth: 1180 }}>
      <Typography id={headingId} variant="h2">
        {t('test.title')}
      </Typography>
      <Typography color="textSecondary" sx={{ mb: 1.5 }}>
        {t('test.hint')}
      </Typography>
      <Stack direction="row" useFlexGap sx={{ gap: 1.5, flexWrap: 'wrap', mb: 1.5 }}>
        <TextField
          select
          label={t('test.method')}
          value={asked.method}
          onChange={set('method')}
          sx={{ width: 120 }}
        >
          {routeMethods.map((method) => (
            <MenuItem key={method} value={method}>
              {method}
            </MenuItem>
          ))}
        </TextField>
        <TextField
          label={t('test.host')}
          value={asked.host}
          onChange={set('host')}
          slotProps={{ htmlInput: { spellCheck: false, maxLength: 260 } }}
          sx={{ width: 220 }}
        />
        <TextField
          label={t('test.path')}
          value={asked.path}
          onChange={set('path')}
          slotProps={{ htmlInput: { spellCheck: false, maxLength: 2048 } }}
          sx={{ flex: '1 1 260px', maxWidth: 520 }}
        />
      </Stack>
      <Alert
        role="status"
        severity={outcome === undefined ? 'info' : isLetThrough ? 'success' : 'warning'}
        sx={{ maxWidth: 890, overflowWrap: 'anywhere' }}
      >
        {outcome === undefined ? t('test.waiting') : outcomeText(outcome)}
      </Alert>
    </Box>
  )
}
