import Button from '@mui/material/Button'
import { useTranslation } from 'react-i18next'
import { failureIn, useCommand } from '../../keyward'
import { FailureNotice } from '../../ui/FailureNotice'
import { PageHeader } from '../../ui/PageHeader'
import { ActivityList } from './ActivityList'
import { ChainNotice } from './ChainNotice'

export function ActivityPage() {
  const { t } = useTranslation('activity')
  // Asked for like a command: the answer is of that moment, not one to keep fresh.
  const verify = useCommand('activity.verify')
  const failure = failureIn(verify.error)
  return (
    <>
      <PageHeader
        title={t('title')}
        subtitle={t('subtitle')}
        actions={
          <Button variant="outlined" loading={verify.isPending} onClick={() => verify.mutate()}>
            {t('verify.button')}
          </Button>
        }
      />
      {failure && <FailureNotice failure={failure} />}
      {verify.data && !verify.isPending && <ChainNotice chain={verify.data} />}
      <ActivityList />
    </>
  )
}
