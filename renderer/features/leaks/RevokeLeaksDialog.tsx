import Alert from '@mui/material/Alert'
import Box from '@mui/material/Box'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import { leakLimits } from '../../../electron/contract/leak'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { LastUse } from '../../ui/LastUse'
import { useNotify } from '../../ui/notify'

type Props = { scanId: string; onClose: () => void }

/** Lists what would be revoked, and who used it last, before anything is. */
export function RevokeLeaksDialog({ scanId, onClose }: Props) {
  const { t } = useTranslation('leaks')
  const notify = useNotify()
  const listed = useAnswer('leaks.revocable', { id: scanId })
  const revoke = useCommand('leaks.revoke')
  const tokens = listed.data?.rows
  const count = tokens?.length ?? 0

  const confirm = () =>
    revoke.mutate(
      { id: scanId },
      {
        onSuccess: ({ value, enforced }) => {
          notify.success(t(`revoke.done.${enforced}`, { count: value.revoked }))
          onClose()
        },
      },
    )

  return (
    <ConfirmDialog
      open
      title={t('revoke.title', { count })}
      confirmLabel={t('revoke.confirm', { count })}
      danger
      busy={revoke.isPending}
      confirmDisabled={count === 0}
      failure={failureIn(revoke.error) ?? failureIn(listed.error)}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t('revoke.text', { count })}</Typography>
      {tokens ? (
        <Box
          component="ul"
          aria-label={t('revoke.label')}
          tabIndex={0}
          sx={{
            m: 0,
            p: 0,
            listStyle: 'none',
            maxHeight: 220,
            overflow: 'auto',
            border: 1,
            borderColor: 'divider',
            borderRadius: 1,
          }}
        >
          {tokens.map(({ token, userName }) => (
            <Box
              key={token.id}
              component="li"
              sx={{ px: 1.5, py: 1, '& + &': { borderTop: 1, borderColor: 'divider' } }}
            >
              <Typography sx={{ fontWeight: 600, overflowWrap: 'anywhere' }}>
                {token.name} · {userName}
              </Typography>
              <Box sx={{ '& p': { fontSize: '0.8125rem', color: 'text.secondary' } }}>
                <LastUse lastUsedAt={token.lastUsedAt} lastUsedFrom={token.lastUsedFrom} />
              </Box>
            </Box>
          ))}
        </Box>
      ) : (
        <Skeleton variant="rounded" height={80} />
      )}
      {count >= leakLimits.revoked && (
        <Alert severity="info">{t('revoke.limited', { count: leakLimits.revoked })}</Alert>
      )}
      <Typography variant="body2" color="textSecondary">
        {t('revoke.others')}
      </Typography>
    </ConfirmDialog>
  )
}
