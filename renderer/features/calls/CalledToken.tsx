import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { GoLink } from '../../ui/GoLink'
import { NameAndId } from '../../ui/NameAndId'

/** The token, leading to its user's tokens; or that there was none, or none of ours. */
export function CalledToken({ call }: { call: RefusedCall }) {
  const { t } = useTranslation('calls')
  const { tokenId, tokenName, userId } = call
  if (tokenId === null)
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('noToken')}
      </Box>
    )
  if (tokenName === null || userId === null)
    return <NameAndId name={t('unknownToken')} id={tokenId} />
  return (
    <NameAndId name={tokenName} id={tokenId}>
      <Link component={GoLink} to={`/parametrization/users/${userId}/tokens`}>
        {tokenName}
      </Link>
    </NameAndId>
  )
}
