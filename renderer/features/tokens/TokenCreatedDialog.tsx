import Alert from '@mui/material/Alert'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { IssuedToken } from '../../../electron/contract/token'
import { NameAndId } from '../../ui/NameAndId'
import { SecretDialog } from '../../ui/SecretDialog'
import { GrantsTable } from '../../ui/GrantsTable'
import { TokenExpiry } from '../../ui/TokenExpiry'
import { OldSecrets } from './OldSecrets'
import { TokenSamples } from './TokenSamples'

type TokenCreatedDialogProps = {
  issued: IssuedToken
  /** A new token, or a new secret of one that there is. */
  kind?: 'created' | 'rotated'
  onDone(): void
}

export function TokenCreatedDialog(props: TokenCreatedDialogProps) {
  const { issued, kind = 'created', onDone } = props
  const { t } = useTranslation('tokens')
  const { token, secret, baseUrl } = issued
  return (
    <SecretDialog
      title={t(`${kind}.title`)}
      head={<NameAndId name={token.name} id={token.id} />}
      onceHint={t(`${kind}.onlyOnceHint`)}
      secretLabel={t('created.secret')}
      copyLabel={t('created.copy')}
      secret={secret}
      onDone={onDone}
    >
      {(copy) => (
        <>
          {kind === 'rotated' && <OldSecrets tokenId={token.id} />}
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
            {t('created.expires')}: <TokenExpiry token={token} />
          </Typography>
          {!token.enabled && kind === 'created' && (
            <Alert severity="info">{t('created.disabled')}</Alert>
          )}
        </>
      )}
    </SecretDialog>
  )
}
