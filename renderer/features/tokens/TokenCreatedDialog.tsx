import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { IssuedToken } from '../../../electron/contract/token'
import { NameAndId } from '../../ui/NameAndId'
import { SecretDialog } from '../../ui/SecretDialog'
import { WhenDay } from '../../ui/WhenDay'
import { GrantsTable } from '../../ui/GrantsTable'
import { TokenSamples } from './TokenSamples'

type TokenCreatedDialogProps = { issued: IssuedToken; onDone(): void }

export function TokenCreatedDialog({ issued, onDone }: TokenCreatedDialogProps) {
  const { t } = useTranslation('tokens')
  const { token, secret, baseUrl } = issued
  return (
    <SecretDialog
      title={t('created.title')}
      head={<NameAndId name={token.name} id={token.id} />}
      onceHint={t('created.onlyOnceHint')}
      secretLabel={t('created.secret')}
      copyLabel={t('created.copy')}
      secret={secret}
      onDone={onDone}
    >
      {(copy) => (
        <>
          <TokenSamples token={token} secret={secret} baseUrl={baseUrl} onCopy={copy} />
          <div>
            <Typography variant="subtitle2" component="h3">
              {t('created.mayDo')}
            </Typography>
            {token.grants.length === 0 ? (
              <Typography>{t('created.nothing')}</Typography>
            ) : (
              <GrantsTable grants={token.grants} label={t('created.mayDo')} />
            )}
          </div>
          <Typography>
            {t('created.expires')}: <WhenDay at={token.expiresAt} zone={token.expiryZone} />
          </Typography>
          {!token.enabled && <Alert severity="info">{t('created.disabled')}</Alert>}
        </>
      )}
    </SecretDialog>
  )
}
