import Box from '@mui/material/Box'
import { useTranslation } from 'react-i18next'
import type { Token } from '../../../electron/contract/token'
import { useAnswer } from '../../keyward'
import { SampleTabs } from '../../ui/SampleTabs'
import { TryIt } from './TryIt'
import { sampleKinds, sampleOf } from './samples'

type TokenSamplesProps = {
  token: Token
  secret: string
  baseUrl: string
  onCopy(text: string): void
}

export function TokenSamples({ token, secret, baseUrl, onCopy }: TokenSamplesProps) {
  const { t } = useTranslation('tokens')
  const entity = useSampleEntity(token)
  const samples = sampleKinds.map((kind) => ({
    kind,
    label: t(`created.sample.${kind}`),
    text: sampleOf(kind, secret, baseUrl, entity),
  }))
  return (
    <Box>
      <SampleTabs label={t('created.samples')} samples={samples} onCopy={onCopy} />
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
