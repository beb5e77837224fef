import Alert from '@mui/material/Alert'
import Skeleton from '@mui/material/Skeleton'
import Typography from '@mui/material/Typography'
import { useTranslation } from 'react-i18next'
import type { Review } from '../../../electron/contract/review'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { useNotify } from '../../ui/notify'
import { PlannedTokens } from './PlannedTokens'

/** Lists what will change, those in use first, and asks once. */
export function ApplyReviewDialog({ review, onClose }: { review: Review; onClose(): void }) {
  const { t } = useTranslation('reviews')
  const notify = useNotify()
  const apply = useCommand('reviews.apply')
  const plan = useAnswer('reviews.plan', { id: review.id })
  const changes = plan.data ? plan.data.revoke.length + plan.data.narrow.length : 0
  return (
    <ConfirmDialog
      open
      danger={plan.data !== undefined && plan.data.revoke.length > 0}
      title={t('apply.title', { name: review.name })}
      confirmLabel={t('apply.confirm', { count: changes })}
      confirmDisabled={plan.data === undefined}
      busy={apply.isPending}
      failure={failureIn(apply.error) ?? failureIn(plan.error)}
      onConfirm={() =>
        apply.mutate(
          { id: review.id, version: review.version },
          {
            onSuccess: ({ enforced }) => {
              onClose()
              notify.success(t(`apply.done.${enforced}`))
            },
          },
        )
      }
      onClose={onClose}
    >
      {!plan.data && !plan.error && <Skeleton height={120} />}
      {plan.data && (
        <>
          <Typography>{t('apply.text')}</Typography>
          <PlannedTokens title="revoke" items={plan.data.revoke} />
          <PlannedTokens title="narrow" items={plan.data.narrow} />
          {plan.data.unfit.length > 0 && (
            <Alert severity="warning">
              {t('apply.unfit', { count: plan.data.unfit.length })}{' '}
              {plan.data.unfit.map((item) => item.tokenName).join(', ')}
            </Alert>
          )}
        </>
      )}
    </ConfirmDialog>
  )
}
