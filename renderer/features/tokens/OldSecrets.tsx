import Alert from '@mui/material/Alert'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../../electron/contract/id'
import { useAnswer } from '../../keyward'
import { exactWords, localZone } from '../../ui/moments'
import { useNow } from '../../ui/useNow'

/** Until when the secrets before the new one are taken; of several, the one just replaced first. */
export function OldSecrets({ tokenId }: { tokenId: TokenId }) {
  const { t } = useTranslation('tokens')
  const { data } = useAnswer('tokens.secrets', { id: tokenId })
  const now = useNow()
  const [replaced, ...older] = data?.all.filter(({ isCurrent }) => !isCurrent) ?? []
  if (!replaced) return null
  const until = (secret: typeof replaced) =>
    secret.validUntil !== null && secret.validUntil > now
      ? exactWords(secret.validUntil, localZone())
      : null
  const moment = until(replaced)
  return (
    <Alert severity="info">
      {moment === null ? t('rotated.oldOver') : t('rotated.oldUntil', { moment })}
      {older.map((secret) => {
        const its = until(secret)
        return (
          its !== null && (
            <div key={secret.number}>
              {t('rotated.olderUntil', { number: secret.number, moment: its })}
            </div>
          )
        )
      })}
    </Alert>
  )
}
