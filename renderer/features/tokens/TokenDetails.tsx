import CloseRounded from '@mui/icons-material/CloseRounded'
import Box from '@mui/material/Box'
import Drawer from '@mui/material/Drawer'
import IconButton from '@mui/material/IconButton'
import Skeleton from '@mui/material/Skeleton'
import Stack from '@mui/material/Stack'
import Typography from '@mui/material/Typography'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import type { TokenId } from '../../../electron/contract/id'
import type { Token } from '../../../electron/contract/token'
import { failureIn, useAnswer } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { StatusBadge } from '../../ui/StatusBadge'
import { GrantsTable } from '../../ui/GrantsTable'
import { TokenFacts } from './TokenFacts'
import { TokenRefusedCalls } from './TokenRefusedCalls'

type TokenDetailsProps = { id: TokenId; onClose(): void }

/** Everything about one token, on the right; it follows what happens while it is open. */
export function TokenDetails({ id, onClose }: TokenDetailsProps) {
  const { t } = useTranslation('tokens')
  const { t: common } = useTranslation('common')
  const titleId = useId()
  const { data: token, error, refetch } = useAnswer('tokens.get', { id })
  const failure = failureIn(error)
  return (
    <Drawer
      open
      anchor="right"
      onClose={onClose}
      slotProps={{
        paper: {
          role: 'dialog',
          'aria-modal': true,
          'aria-labelledby': titleId,
          sx: { width: 560, maxWidth: '100%' },
        },
      }}
    >
      <Stack spacing={3} sx={{ p: 3 }}>
        <Stack direction="row" spacing={1} sx={{ alignItems: 'flex-start' }}>
          <Box sx={{ flex: 1, minWidth: 0 }}>
            <Typography id={titleId} variant="h2" sx={{ overflowWrap: 'anywhere' }}>
              {token?.name ?? t('details.title')}
            </Typography>
            <Typography color="textSecondary" sx={{ fontFamily: 'monospace' }}>
              {id}
            </Typography>
          </Box>
          {token && <StatusBadge status={token.status} />}
          <IconButton size="small" aria-label={common('close')} onClick={onClose}>
            <CloseRounded fontSize="small" />
          </IconButton>
        </Stack>
        {failure && <FailureNotice failure={failure} onRetry={() => void refetch()} />}
        {token ? <Known token={token} /> : failure ? null : <Skeleton height={320} />}
      </Stack>
    </Drawer>
  )
}

function Known({ token }: { token: Token }) {
  const { t } = useTranslation('tokens')
  return (
    <>
      <TokenFacts token={token} />
      <section>
        <Typography variant="subtitle2" component="h3" gutterBottom>
          {t('details.permissions')}
        </Typography>
        <GrantsTable grants={token.grants} label={t('details.permissions')} />
      </section>
      <TokenRefusedCalls tokenId={token.id} />
    </>
  )
}
