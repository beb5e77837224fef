import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { recordIdToFillIn, type SampleCall } from '../../../electron/contract/sample'
import { sampleKinds, sampleOf, startedWith, type SampleKind } from './samples'

type Props = {
  call: SampleCall
  secret: string
  baseUrl: string
  onCopy(text: string): void
}

/** One call in every language, one at a time, with what to know before it is run. */
export function SampleText({ call, secret, baseUrl, onCopy }: Props) {
  const { t } = useTranslation('tokens')
  const [kind, setKind] = useState<SampleKind>('header')
  const callHint = useCallHint(call)
  const sample = sampleOf(kind, { secret, baseUrl, call })
  const isCall = kind !== 'header' && kind !== 'env'
  return (
    <>
      <Tabs
        value={kind}
        onChange={(_event, next: SampleKind) => setKind(next)}
        aria-label={t('created.samples')}
        variant="scrollable"
        scrollButtons="auto"
      >
        {sampleKinds.map((one) => (
          <Tab
            key={one}
            value={one}
            label={t(`created.sample.${one}`)}
            id={`sample-tab-${one}`}
            aria-controls="sample-panel"
            sx={{ textTransform: 'none' }}
          />
        ))}
      </Tabs>
      <Box
        id="sample-panel"
        role="tabpanel"
        aria-labelledby={`sample-tab-${kind}`}
        sx={{ bgcolor: 'action.hover', borderRadius: 1, p: 1.5, mt: 1 }}
      >
        <Box component="pre" tabIndex={0} sx={printed}>
          {sample}
        </Box>
        <Typography variant="body2" color="textSecondary">
          {isCall && callHint} {t(`created.sampleHint.${kind}`)}
        </Typography>
        {kind in startedWith && (
          <Box component="pre" sx={{ ...printed, mt: 0.5, mb: 0.5 }}>
            {startedWith[kind]}
          </Box>
        )}
        <Button
          size="small"
          startIcon={<ContentCopyRounded fontSize="small" />}
          onClick={() => onCopy(sample)}
          sx={{ mt: 0.5 }}
        >
          {t('created.copySample')}
        </Button>
      </Box>
    </>
  )
}

const printed = {
  m: 0,
  mb: 1,
  fontFamily: 'monospace',
  fontSize: 13,
  maxHeight: 260,
  overflow: 'auto',
  whiteSpace: 'pre-wrap',
  overflowWrap: 'anywhere',
}

/** What a call changes, and what only its reader can put in. */
function useCallHint(call: SampleCall): string {
  const { t } = useTranslation('tokens')
  if (call.does === 'identity') return t('created.callHint.identity')
  const names = { title: call.entityTitle, placeholder: recordIdToFillIn }
  if (call.does !== 'write' || call.pointsTo.length === 0)
    return t(`created.callHint.${call.does}`, names)
  return t('created.callHint.pointsTo', { ...names, targets: call.pointsTo.join(', ') })
}
