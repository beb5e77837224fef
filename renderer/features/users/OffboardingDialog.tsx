import LinearProgress from '@mui/material/LinearProgress'
import Typography from '@mui/material/Typography'
import { useCallback, useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { ClientId, TokenId } from '../../../electron/contract/id'
import type { User } from '../../../electron/contract/user'
import { failureIn, useAnswer, useCommand } from '../../keyward'
import { ConfirmDialog } from '../../ui/ConfirmDialog'
import { DiscardDialog } from '../../ui/DiscardDialog'
import { FailureNotice } from '../../ui/FailureNotice'
import { useNotify } from '../../ui/notify'
import { useLeaving } from '../../ui/useLeaving'
import { useNow } from '../../ui/useNow'
import { ClientsOfUser } from './ClientsOfUser'
import { lotsFor, transfersIn, type Choice } from './offboarding-choices'
import { OffboardingFailure } from './OffboardingFailure'
import { OffboardingSummary } from './OffboardingSummary'
import { OffboardingTable } from './OffboardingTable'

type Props = { user: User; onClose(): void }

/** A user is disabled, and what hangs on them is settled with the same button. */
export function OffboardingDialog({ user, onClose }: Props) {
  const { t } = useTranslation('users')
  const notify = useNotify()
  const now = useNow()
  const offboard = useCommand('users.offboard')
  const belongings = useAnswer('users.belongings', { userId: user.id })
  const [choices, setChoices] = useState<ReadonlyMap<TokenId, Choice>>(new Map())
  const [deleted, setDeleted] = useState<ReadonlySet<ClientId>>(new Set())
  const { tokens = [], clients = [] } = belongings.data ?? {}

  const transfers = transfersIn(tokens, choices)
  const preview = useAnswer(
    'users.previewTransfers',
    { userId: user.id, transfers },
    { enabled: transfers.length > 0 },
  )
  const lots = lotsFor(tokens, choices, preview.data, now)

  const choose = useCallback(
    (id: TokenId, choice: Choice) => setChoices((before) => new Map(before).set(id, choice)),
    [],
  )
  const chooseAll = (choice: Choice) => setChoices(new Map(tokens.map(({ id }) => [id, choice])))
  const deleteClient = (id: ClientId, isDeleted: boolean) =>
    setDeleted(
      (before) => new Set([...before].filter((one) => one !== id).concat(isDeleted ? id : [])),
    )

  const confirm = () => {
    if (!lots) return
    offboard.mutate(
      {
        userId: user.id,
        version: user.version,
        tokens: lots,
        targets: (preview.data?.targets ?? [])
          .filter(({ userId }) => transfers.some(({ toUserId }) => toUserId === userId))
          .map(({ userId, version }) => ({ userId, version })),
        revokedClients: clients.map(({ id }) => id).filter((id) => deleted.has(id)),
      },
      {
        onSuccess: ({ enforced }) => {
          notify.success(t(`profile.done.disabled.${enforced}`, { name: user.displayName }))
          onClose()
        },
      },
    )
  }

  const hasTyped = choices.size > 0 || deleted.size > 0
  const { leave, question } = useLeaving({ hasTyped, isBusy: offboard.isPending, onClose })
  const failure = failureIn(offboard.error)
  const unread = failureIn(belongings.error)
  const unseen = failureIn(preview.error)
  const end = (
    <>
      {tokens.length > 0 && <OffboardingSummary tokens={tokens} choices={choices} />}
      {unseen && <FailureNotice failure={unseen} onRetry={() => void preview.refetch()} />}
      {offboard.isPending && (
        <div role="status">
          <Typography gutterBottom>
            {t('offboard.working', { count: lots?.length ?? 0 })}
          </Typography>
          <LinearProgress />
        </div>
      )}
      {failure && <OffboardingFailure failure={failure} />}
    </>
  )
  return (
    <>
      <ConfirmDialog
        open
        danger
        title={t('profile.disableTitle', { name: user.displayName })}
        confirmLabel={t('profile.disableConfirm')}
        busy={offboard.isPending}
        confirmDisabled={!belongings.data || lots === null}
        onConfirm={confirm}
        onClose={leave}
        {...(tokens.length > 0 && { foot: end })}
      >
        {unread && <FailureNotice failure={unread} onRetry={() => void belongings.refetch()} />}
        {!belongings.data && !unread && <Typography>{t('offboard.reading')}</Typography>}
        {belongings.data && (
          <Typography>{t(tokens.length === 0 ? 'offboard.none' : 'offboard.intro')}</Typography>
        )}
        {user.role !== null && <Typography>{t('profile.disableSignIn')}</Typography>}
        {tokens.length > 0 && (
          <OffboardingTable
            userId={user.id}
            tokens={tokens}
            choices={choices}
            preview={preview.data}
            onChoose={choose}
            onChooseAll={chooseAll}
          />
        )}
        {clients.length > 0 && (
          <ClientsOfUser clients={clients} deleted={deleted} onDelete={deleteClient} />
        )}
        {tokens.length === 0 && end}
      </ConfirmDialog>
      <DiscardDialog {...question} text={t('offboard.discard')} />
    </>
  )
}
