import Box from '@mui/material/Box'
import Link from '@mui/material/Link'
import { useTranslation } from 'react-i18next'
import type { RefusedCall } from '../../../electron/contract/gateway'
import { GoLink } from '../../ui/GoLink'

/** The token's name, leading to its user's tokens, and its ID; or that there was none of ours. */
export function CalledToken({ call }: { call: RefusedCall }) {
  const { t } = useTranslation('calls')
  const { tokenId, tokenName, userId } = call
  if (tokenId === null) {
    return (
      <Box component="span" sx={{ color: 'text.secondary' }}>
        {t('noToken')}
      </Box>
    )
  }
  return (
    <Box component="span">
      {tokenName !== null && userId !== null ? (
        <Link component={GoLink} to={`/parametrization/users/${userId}/tokens`}>
          {tokenName}
        </Link>
      ) : (
        t('unknownToken')
      )}
      <Box component="code" sx={{ ml: 1, color: 'text.secondary' }}>
        {tokenId}
      </Box>
    </Box>
  )
}
