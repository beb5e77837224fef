import ContentCopyRounded from '@mui/icons-material/ContentCopyRounded'
import Box from '@mui/material/Box'
import Button from '@mui/material/Button'
import Tab from '@mui/material/Tab'
import Tabs from '@mui/material/Tabs'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { TryIt } from './TryIt'
import { sampleKinds, sampleOf, type SampleKind } from './samples'

type TokenSamplesProps = {
  token: Token
  secret: string
  baseUrl: string
  onCopy(text: string): void
}

export function TokenSamples({ token, secret, baseUrl, onCopy }: TokenSamplesProps) {
  const { t } = useTranslation('tokens')
  const [kind, setKind] = useState<SampleKind>('header')
  const entity = useSampleEntity(token)
  const sample = sampleOf(kind, secret, baseUrl, entity)
  return (
    <Box>
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
        <Box
          component="pre"
          sx={{
            m: 0,
            mb: 1,
            fontFamily: 'monospace',
            fontSize: 13,
            whiteSpace: 'pre-wrap',
            overflowWrap: 'anywhere',
          }}
        >
          {sample}
        </Box>
        <Button
          size="small"
          startIcon={<ContentCopyRounded fontSize="small" />}
          onClick={() => onCopy(sample)}
        >
          {t('created.copySample')}
        </Button>
      </Box>
      <Box sx={{ mt: 2 }}>
        <TryIt secret={secret} entity={entity} />
      </Box>
    </Box>
  )
}

/** What the sample asks for: the first entity the token may read, else the first there is. */
function useSampleEntity({ grants }: Token): string | null {
  const readable = grants.filter((one) => one.permissions.includes('read'))
  const named = readable.find((one) => one.entityName !== null)?.entityName ?? null
  const first = useAnswer(
    'entities.list',
    { pageSize: 1 },
    { enabled: named === null && readable.length > 0 },
  )
  return named ?? first.data?.rows[0]?.name ?? null
}
