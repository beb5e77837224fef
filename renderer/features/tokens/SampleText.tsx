import Box from '@mui/material/Box'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { recordIdToFillIn, type SampleCall } from '../../../electron/contract/sample'
import { printed, SampleTabs } from '../../ui/SampleTabs'
import { sampleKinds, sampleOf, startedWith } from './samples'

type Props = {
  call: SampleCall
  secret: string
  baseUrl: string
  onCopy(text: string): void
}

/** One call in every language, one at a time, with what to know before it is run. */
export function SampleText({ call, secret, baseUrl, onCopy }: Props) {
  const { t } = useTranslation('tokens')
  const callHint = useCallHint(call)
  const samples = sampleKinds.map((kind) => ({
    kind,
    label: t(`created.sample.${kind}`),
    text: sampleOf(kind, { secret, baseUrl, call }),
    hint: (
      <>
        <Typography variant="body2" color="textSecondary">
          {kind !== 'header' && kind !== 'env' && callHint} {t(`created.sampleHint.${kind}`)}
        </Typography>
        {kind in startedWith && (
          <Box component="pre" sx={{ ...printed, mt: 0.5, mb: 0.5 }}>
            {startedWith[kind]}
          </Box>
        )}
      </>
    ),
  }))
  return <SampleTabs label={t('created.samples')} samples={samples} onCopy={onCopy} />
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
