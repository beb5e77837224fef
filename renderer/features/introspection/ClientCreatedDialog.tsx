import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { IssuedClient } from '../../../electron/contract/client'
import { CopyableText } from '../../ui/CopyableText'
import { Fact, Facts } from '../../ui/Facts'
import { SampleTabs } from '../../ui/SampleTabs'
import { SecretDialog } from '../../ui/SecretDialog'
import { useIntrospectionSamples } from './use-introspection-samples'

type Props = { issued: IssuedClient; onDone(): void }

export function ClientCreatedDialog({ issued, onDone }: Props) {
  const { t } = useTranslation('introspection')
  const { client, secret, baseUrl } = issued
  const samples = useIntrospectionSamples(baseUrl, { clientId: client.id, secret })
  return (
    <SecretDialog
      title={t('created.title')}
      head={
        <Facts>
          <Fact name={t('column.name')}>{client.name}</Fact>
          <Fact name={t('column.userName')}>{client.userName}</Fact>
          <Fact name={t('created.clientId')}>
            <CopyableText text={client.id} copyLabel={t('created.copyClientId')} />
          </Fact>
        </Facts>
      }
      onceHint={t('created.onlyOnceHint')}
      secretLabel={t('created.secret')}
      copyLabel={t('created.copy')}
      secret={secret}
      onDone={onDone}
    >
      {(copy) => (
        <Stack spacing={1}>
          <SampleTabs label={t('sample.label')} samples={samples} onCopy={copy} />
          <Typography variant="body2" color="textSecondary">
            {t('sample.token')}
          </Typography>
        </Stack>
      )}
    </SecretDialog>
  )
}
