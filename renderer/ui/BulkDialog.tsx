import Alert from '@mui/material/Alert'
import Button from '@mui/material/Button'
import LinearProgress from '@mui/material/LinearProgress'
import TextField from '@mui/material/TextField'
import Typography from '@mui/material/Typography'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import type { BulkAction, BulkItem, BulkKind, BulkSelection } from '../../electron/contract/bulk'
import type { Failure } from '../../electron/contract/failure'
import { failureIn, useAnswer } from '../keyward'
import { BulkChoice } from './BulkChoice'
import { BulkItems } from './BulkItems'
import { ConfirmDialog } from './ConfirmDialog'
import { useBulk } from './use-bulk'

type Props = {
  kind: BulkKind
  selection: BulkSelection
  onDone(): void
  onClose(): void
}

const none: BulkItem[] = []

/** Lists what an action on many tokens would do, asks once, and does exactly that or nothing. */
export function BulkDialog({ kind, selection, onDone, onClose }: Props) {
  const { t } = useTranslation('bulk')
  const [action, setAction] = useState<BulkAction | null>(() => wholeAction(kind))
  const preview = useAnswer(
    'tokens.previewBulk',
    { action: action ?? { kind: 'disable' }, selection },
    { enabled: action !== null },
  )
  const { run, isRunning, failure, reset } = useBulk()
  const [typed, setTyped] = useState('')

  const items = action === null ? none : (preview.data?.items ?? none)
  const changing = items.filter((one) => one.obstacle === null)
  const staying = items.filter((one) => one.obstacle !== null)
  const inUse = changing.filter((one) => one.isInUse).length
  const needsCount =
    kind === 'revoke' && (inUse > 0 || failure?.code === 'count_confirmation_needed')
  const isCounted = typed.trim() === String(changing.length)
  const isFresh = action !== null && !preview.isFetching && !preview.isError

  const lookAgain = () => {
    reset()
    setTyped('')
    void preview.refetch()
  }
  const confirm = () => {
    if (action === null) return
    run(
      action,
      changing.map(({ id, version }) => ({ id, version })),
      { onDone, ...(needsCount && { confirmedCount: Number(typed) }) },
    )
  }

  return (
    <ConfirmDialog
      open
      wide
      title={t(`title.${kind}`, { count: changing.length })}
      confirmLabel={t(`confirm.${kind}`)}
      danger={kind === 'revoke'}
      busy={isRunning}
      confirmDisabled={!isFresh || changing.length === 0 || (needsCount && !isCounted)}
      failure={action === null ? null : (failureIn(preview.error) ?? otherThanChanged(failure))}
      onConfirm={confirm}
      onClose={onClose}
    >
      <Typography>{t(`text.${kind}`)}</Typography>
      <BulkChoice kind={kind} onChange={setAction} />
      {preview.isFetching && <LinearProgress aria-label={t('looking')} />}
      {isRunning && (
        <div role="status">
          <Typography gutterBottom>{t('working', { count: changing.length })}</Typography>
          <LinearProgress />
        </div>
      )}
      {failure && isChanged(failure) && (
        <Alert
          severity="warning"
          action={
            <Button color="inherit" size="small" onClick={lookAgain}>
              {t('lookAgain')}
            </Button>
          }
        >
          {t('changed', { name: nameIn(items, failure) })}
        </Alert>
      )}
      {inUse > 0 && (kind === 'disable' || kind === 'revoke') && (
        <Alert severity="warning">{t('inUse', { count: inUse })}</Alert>
      )}
      {changing.length > 0 && (
        <BulkItems kind={kind} items={changing} label={t('changing', { count: changing.length })} />
      )}
      {isFresh && changing.length === 0 && <Alert severity="info">{t('nothing')}</Alert>}
      {staying.length > 0 && (
        <BulkItems kind={kind} items={staying} label={t('staying', { count: staying.length })} />
      )}
      {needsCount && changing.length > 0 && (
        <TextField
          label={t('count')}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          helperText={t('countHint', { count: changing.length })}
          slotProps={{ htmlInput: { inputMode: 'numeric', autoComplete: 'off' } }}
        />
      )}
    </ConfirmDialog>
  )
}

/** An action that needs nothing to be chosen. */
const wholeAction = (kind: BulkKind): BulkAction | null =>
  kind === 'extend' || kind === 'assign_contact' ? null : { kind }

const isChanged = ({ code }: Failure) => code === 'changed_meanwhile' || code === 'token_tampered'

const otherThanChanged = (failure: Failure | null) =>
  failure && !isChanged(failure) && failure.code !== 'count_confirmation_needed' ? failure : null

const nameIn = (items: BulkItem[], { detail }: Failure) =>
  items.find((one) => one.id === detail?.['tokenId'])?.name ?? String(detail?.['tokenId'] ?? '')
